"""What looks like a crisis and is none: manners of speaking, another's death, a denial, one's work with people.

Rows are read as described in `bot.nlu.crisis.patronen`. They are kept tight, so that a real cry next to a manner of
speaking ("ik lach me dood op kantoor maar thuis wil ik er niet meer zijn") is still heard.
"""

from __future__ import annotations

from bot.nlu.crisis.woorden import Onschuldig

ONSCHULDIG: tuple[Onschuldig, ...] = (
    # "ik schaam me dood", "doodmoe", "dode hoek", "de accu is dood".
    Onschuldig(
        "dood als versterking",
        (
            "(schaam|schaamt|schaamde|schamen|lach|lacht|lachen|lachte|schrik|schrok|schrikken|werk|werken|werkt|"
            "werkte|verveel|verveelt|verveelde|vervelen|erger|ergert|ergerde|ergeren|zweet|vries|pieker|wacht|zoek|"
            "betaal|hoest|sjouw|loop|bloos|geneer|geneerde|app|bel|vergader|typ) (<me>|ik me|je|ons|zich) (echt |"
            "nog |wel |bijna |half |helemaal |haast |me )*dood",
            "(me|je|ons|mezelf) (echt |wel |bijna |half |nog |gewoon )*dood ?(gelachen|geschrokken|geschaamd|"
            "gewerkt|verveeld|geergerd|lachen|schamen|schrikken|werken|vervelen|ergeren|zoeken|gezocht|te (lachen|"
            "schamen|schrikken|werken|vervelen|ergeren))",
            "dood (en )?(moe|bang|stil|ziek|eng|simpel|normaal)",
            "dood en doodmoe",
            "dood van vermoeidheid",
            r"dood(moe|op|bang|stil|ziek|eng|simpel|zonde|normaal|gewoon|eerlijk|leuk|ongelukkig|sbang|sangst\w*|"
            r"sbenauwd|szonde|soorzaak|skist|lopend\w*|gepraat|gegooid|gereden|geboren|vallen|vermoeiend|nerveus|"
            "straf|jammer|gebloed|steek|werken|tij)",
            "als de dood (voor|dat)",
            "dood (ge)?tij",
            "op sterven na dood",
            "dood of leven",
            "leven (of|en) dood",
            "(op|een|het|dat|of) dood (spoor|punt|gewicht|seizoen|kapitaal|hout|konijn|dier|moment|gewicht|"
            r"vogel\w*|hert|ree)",
            "(ga|gaan|ging|gaat|gingen|sterf|sterven|stierf|val) (hier |nu |bijna |echt |zowat |altijd |nog |ook |"
            "weer |steeds |er |ik )*(dood |doodgaan )?(van|bij|aan) (de |het |die |dat |al |mijn )*(honger|dorst|"
            "kou|hitte|warmte|zenuwen|schaamte|lachen|verveling|stress|spierpijn|trek|jeuk|verlegenheid|spanning|"
            "nieuwsgierigheid|slaap|lach|level|eindbaas|droogte|hoofdpijn|spieren)",
            "ga ik (echt |bijna )?dood (aan|van|bij)",
            "liever dood dan (dat|ik|een|met|in|naar|op|te|deze|die|presenteren|overwerken)",
            "al sla je me dood",
            "(val|viel|vallen|lig|lag|valt) (er |ik |hij |je |me )*(bijna |voor |echt |wel )*dood( neer| op)?",
            "(val|sterf|ga) ~1 dood ~1 (bot|robot|ding|chatbot|computer)",
            "val dood",
            r"(dode|dooie|dodelijke) \w+",
            "dodelijk (vermoeiend|saai|moe)",
            "reed ~5 dood",
            "dood aan de",
            "(telefoon|mobiel|laptop|batterij|accu|plant|planten|kamerplanten|server|computer|pc|sfeer|tent|lijn|"
            "boel|wifi|scanner|printer|systeem|netwerk|motor|gesprek) (is |was |gaat |gaan |weer |eens |ging |"
            "bijna |net |viel )*dood",
            r"(was|ben|is|werd|ging|ga) (ik |hij |je )?(snel |als \w+ |weer |meteen |steeds |direct |altijd )+dood",
            "(was|ben|lag|waren) (ik |we |echt |helemaal |bijna |half |gewoon )*dood (na|van|toen)",
            "(wordt|worden|is) (nog )?(eens )?mijn dood",
            "kapot (en )?dood",
            "gesloopt kapot dood",
            "iedereen ~2 dood",
            "je gaat ~2 dood",
            "(bang|angst|doodsangst|vrees) (om |voor )(de )?(dood|sterven)( te gaan)?",
            "dood had kunnen",
            "had dood kunnen",
            "(roept|speelt|game|gamet|spel|level|paintball|fortnite) ~6 dood",
        ),
    ),
    # Another's death: grief. "mijn vader is dood", "na de dood van mijn zus", "mijn moeder gaat dood".
    Onschuldig(
        "rouw",
        (
            r"<mijn> (\w+ )?\w+ (is|was|ging|gaat|zijn|waren|zal|lag|ligt) @3 (dood|doodgaan|doodgegaan|sterven)( "
            "te gaan)?",
            "(de|zijn|haar|hun|sinds|na|over) dood van",
            r"bang dat ~2 (moeder|vader|man|vrouw|hond|opa|oma) (dood|sterft)\w*",
            "(<naaste>|hond|kat|poes|vis|goudvis|konijn|paard|cavia|<client>|collega|tante|vader|baby|kindje) (is |"
            "was |gaat |ging |zijn |al |nu |bijna |dood )+(dood|doodgaan|sterven)",
            "(<naaste>|hond|kat|poes|collega|tante) (dood|doodgaan)( gaat| is| gevonden)?(?! (wil|wilt|wilde|moet|"
            "maak))",
            "dood gevonden",
            "ligt ~1 op sterven",
            "stierf",
            "gestorven",
            "dood hoort bij",
            "dood is ~5 taboe",
            "dood en (verdriet|rouw)",
            r"(sinds|toen|omdat|dat) (hij|ze|zij|<mijn> \w+) er niet meer (is|was)",
            "<naaste> is er niet meer",
            r"(vader|moeder|opa|oma|tante|oom|schoon\w+|buur\w+|bewoner|client) ~4 (euthanasie|voltooid leven)( "
            "gekregen)?",
        ),
        merk="rouw",
    ),
    # Suicide of somebody else, in the past: "mijn broer heeft zelfmoord gepleegd". A later "en ik nu ook" still
    # counts.
    Onschuldig(
        "nabestaande",
        (
            "(?<!ik )(?<!ik al )(?<!ik allang )(?<!zelf )<zelfmoord> "
            "(gepleegd|pleegde|overleden|verloren|gestorven|pleegden)",
            "(pleegde|pleegden|gepleegd) ~3 <zelfmoord>",
            r"<zelfmoord> (gedaan |was |is )?(in|toen|van) (\d+|de|mijn|onze|een)",
            "(door|na|aan|de|zijn|haar|hun|een) <zelfmoord> (is |zijn )?(van|overleden|verloren|gestorven|heengegaan)",
            "(na|door|sinds|over) (de|zijn|haar|hun) <zelfmoord>",
            r"(overleden|gestorven|verloren|nabestaande\w*) ~2 (door|van|aan|na) <zelfmoord>",
            "uit het leven gestapt",
            "stapte ~3 uit het leven",
            "zich ~2 van het leven (had |heeft )?beroofd",
            "(van het leven|zich) beroofd",
            "<einde> (gemaakt aan (zijn|haar|hun) leven|aan (zijn|haar|hun) leven (heeft |had )?gemaakt)",
            "(hij|ze|zij|heeft|had|die|vader|broer|zus|moeder|oom|man) ~1 zich ~3 (opgehangen|verhangen|verdronken|"
            "van kant gemaakt)",
        ),
        merk="rouw",
    ),
    # Denied: "ik heb geen zelfmoordgedachten". Kept tight: "ik kan niet meer, ik denk aan zelfmoord" is no denial.
    Onschuldig(
        "ontkend",
        (
            "geen ~1 <zelfmoord>",
            "niet van plan ~2 <mezelf>",
            "(niet|nooit) (echt |meer |aan |over |bezig met |bang voor |van plan )*<zelfmoord>( (te )?plegen)?",
            "(wil|hoef|wilde) ~1 (nog )?(lang )?(niet|nooit) (echt |nog |per se |aan |zomaar |graag )*<dood>",
            "(niet|nooit) (echt |nog |per se )*(dood|doodgaan|sterven) (wil|hoef|willen|te gaan)",
            "<me> (echt |heus |zeker )*(niks|nooit|niet|geen) ~2 (aandoen|aan doen|aan te doen|aandoe)",
            "(niet|nooit|niks) ~1 (snijden|snij|verwonden) ~1 <mezelf>",
            "(snij|snijd|verwond|beschadig) <mezelf> (niet|nooit)",
        ),
    ),
    # Colourless use of leven: "sociaal leven", "leven van salaris naar salaris", "de zin van het leven".
    Onschuldig(
        "leven als woord",
        (
            "(sociaal|prive|sociale|gezins|liefdes|werkend|beroeps|dagelijks) ?leven",
            r"leven (naast|buiten|na) (mijn|het|de) \w+",
            "(kwaliteit van|levensloop|werk en|alles in het) leven",
            "leven in (het|dit|ons) team",
            "leven lang",
            "hele leven al",
            "(geen|weinig) leven (aan|met|in|zo)",
            "is ~1 geen leven",
            r"leven (om te werken|van (\w+ ){0,3}?naar|voor mijn werk)",
            "leven op (de automatische|een houtje|koffie|grote voet)",
            "(zin|doel|vraag) van het leven(?! (is|kwijt|niet|ontgaat))",
        ),
    ),
    # At work: clients, patients, pupils who are suicidal or violent; trainings, books, films, help lines.
    Onschuldig(
        "werk en media",
        (
            "<client> ~4 (zegt|zeggen|zei|zeiden|roept|roepen|riep) ~3 ik wil ~1 (dood|sterven)",
            "<client> @6 (<zelfmoord>|(dood|sterven|doodgaan) (wil|willen|wilde|wilden|wou|te willen)|<wil> (niet "
            r"meer leven|dood|sterven)|niet meer ~2 leven|(snijdt|snijden|verwondt) ~1 zich\w*|zich\w* (snijdt|"
            "snijden|verwonden)|er ~1 uit ~2 (stappen|stapt)|poging ~2 (gedaan|doet|deed)|niet meer ~1 hoeft|voor "
            "de trein ~2|van (het|een|de) <hoogte> ~2 springen|springt van ~2 <hoogte>|<pillen> (ingenomen|"
            "geslikt))( plegen| wil| wilde| willen| had)*",
            "mensen (met|die) ~3 (doodswens|<zelfmoord>)",
            r"suicida\w+ (jongeren|mensen|patienten|clienten|bewoners|kinderen|leerlingen|mannen|vrouwen|ouderen|"
            "studenten)",
            "(boek|film|serie|podcast|documentaire|roman|artikel|training|cursus|lezing|college|scriptie|protocol|"
            "lied|liedje|voorlichting|campagne|onderzoek|cijfers|nieuws|thriller) ~5 (<zelfmoord>|over ~5 (leven|"
            "dood))",
            "als iemand ~6 <zelfmoord>( plegen| wil| begint)*",
            "als iemand ~2 (dood|niet meer leven) wil",
            r"(zelfmoordpreventie|zelfmoordlijn|suicidepreventie|zelfmoordterrorist\w*|zelfmoordactie\w*|"
            r"zelfmoordaanslag\w*|suicide squad|zelfdodingen|zelfmoorden|suicides|zelfmoordcijfers|suicideprotocol|"
            "zelfdodingscijfers)",
            "(politieke|professionele|commerciele|sociale|digitale|economische) zelfmoord",
            "(is|was|zou|lijkt) (pure |echt |gewoon )?<zelfmoord> (om|met|als|zijn|die|dat|voor|daar|wat)",
        ),
    ),
    # Hitting, cutting, jumping, taking that is nobody's danger.
    Onschuldig(
        "onschuldige daden",
        (
            r"sla(at|an|) (\w+ )?(over|op tilt|alarm|de plank|de spijker|dubbel|de maat|zich|een brug|de handen|aan "
            r"de slag|nergens op|op mijn maag|op de maag|met de deur\w*|met deuren|op tafel|op zijn \w+|op haar \w+)",
            "sla(at|an) (me|mij|ons) ~3 (over|om de oren|op de maag|wakker|tegen)",
            "schopt (me|mij) wakker",
            "klap van de molen",
            "hooi op mijn vork",
            "(taken|werk|klussen|diensten|vrije dagen|dagen|vakantie|uren|verlof) ~3 (op me )?genomen",
            "mes in (mijn|de|je) rug",
            "mes snijdt aan",
            "mes in het",
            "te veel gegeten",
            "gegeten wat",
            "klappen te verwerken",
            "(van de hoge|parachute|bungee|touwtje|in het zwembad|uit een vliegtuig) ?(jumpen |te )?springen",
            "bungeejumpen",
            r"overdosis (aan |van )?(vergader\w*|mails?|aan|van|suiker|koffie|prikkels|werk|informatie|cafeine)",
        ),
    ),
    # The whole answer to "van wie?" and "wat houdt je tegen?": it sounds like "mezelf iets aandoen" and isn't.
    Onschuldig(
        "mezelf als antwoord",
        (
            "^(ja |nou |gewoon |alleen |van |met |door |vooral |voor |aan )*(mezelf|mijzelf|mij zelf|me zelf)"
            r"( alleen| vooral| denk ik| eigenlijk| wel| toch| dan| hoor| misschien| natuurlijk)*( \.)?$",
        ),
    ),
)
