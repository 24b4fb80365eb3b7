"""The crisis gate's patterns: data only, so that somebody who knows the subject can read and correct them.

How to read a pattern: it is a regular expression over whole words in ordinary Dutch spelling, with shorthands.
`~4` is "at most four words in between", `!4` the same without a denial among them, `@4` the same without "ik"; and
`<naam>` is a word group from `WOORDEN`. Text and patterns are both brought to one spelling first (see `bot.nlu.crisis.normalise`):
no capitals, accents or commas, repeated letters squeezed to one, chat shorthand written out; ` . ` ends a sentence and
is never crossed by a gap. So `meer` also finds "meeer" and "mer", and `niet` also finds "ni" and "nie".
"""

from __future__ import annotations

from typing import NamedTuple


class Familie(NamedTuple):
    """One kind of utterance.

    `ankers` are bits of text of which at least one stands in every utterance of the family: only around them are the
    (slower) patterns tried. A match counts unless `niet_na` is found in the sentence before it or `niet_voor` in the
    rest of the sentence after it.
    """

    naam: str
    soort: str
    ankers: tuple[str, ...]
    patronen: tuple[str, ...]
    niet_na: str = ""
    niet_voor: str = ""


class Onschuldig(NamedTuple):
    """Harmless phrases that look like a crisis: replaced by `merk` before the families are tried."""

    naam: str
    ankers: tuple[str, ...]
    patronen: tuple[str, ...]
    merk: str = "_"


# How people really write it: chat, Flemish, dictation, haste. Only whole words; each becomes what stands on the left.
SCHRIJFWIJZEN: dict[str, str] = {
    "ik": "k ek ikke kik",
    "niet": "ni nie nit neit nt nid",
    "niet meer": "nimeer niemeer nietmeer nimee",
    "meer": "mr mer meerr",
    "leven": "leve lefe lefen levn lven leevn",
    "dood": "doot doodt doo dout",
    "doodgaan": "doodgaa doodgaat doodga doodgeh dootgaan",
    "wil": "wilt wille wl",
    "een": "n ne ene nen",
    "het": "t ut et",
    "er": "der dr",
    "er aan": "eraan deraan draan",
    "er uit": "eruit deruit druit",
    "er van": "ervan dervan",
    "er mee": "ermee dermee",
    "er over": "erover",
    "mijn": "mn mijne mijnen mun",
    "mezelf": "mijzelf mezelve mezelluf mijnzelf mezelfs mezlf",
    "gewoon": "gwn gewn",
    "geen": "gen geeen gin",
    "niks": "nix niets nies",
    "zonder": "zondr",
    "maken": "make",
    "stoppen": "stoppe",
    "stappen": "stappe",
    "springen": "springe",
    "zitten": "zitte",
    "slapen": "slape",
    "geslagen": "geslage",
    "zie": "zien",
    "word": "wort",
    "denk": "dnk denkt peins",
    "vermoordt": "vermoord vermoort",
    "te veel": "teveel",
    "dat ik": "dattik",
    "als ik": "ak assik",
}

# "kwil", "ikben", "kheb": the word for I stuck to its verb.
AAN_IK_VAST = "wil heb ben ga zie zou denk sta zit moet wou peins doe hoop voel maak wens weet mag hoef snij"

WOORDEN: dict[str, str] = {
    "mezelf": "(mezelf|me zelf|mij zelf|mijn zelf|mijn eigen|me eigen|mijn eige|mijzelve)",
    "me": "(me|mij|mezelf|me zelf|mij zelf|mijn eigen)",
    "mijn": "(mijn|me|mij)",
    "wil": "(wil|willen|wilde|wou|zou|wens|zouden)",
    "ga": "(ga|gaan|wil|moet|kan|zal|zou)",
    "dood": "(dood|doodgaan|dood gaan|dood te gaan|dood zijn|dood te zijn|sterven|te sterven|creperen)",
    "einde": "(eind|einde|end|ent|eindje)",
    "maken": "(maken|maak|maakt|te maken)",
    "zelfmoord": "([zs]e?l[fv] ?mo?r[dt]\\w*|zelfm\\w*rd|zelfdod\\w*|zelf doding|zelfdoot|[sz]ui[csz]i\\w*)",
    "pillen": "(pil|pillen|pilen|slaappil\\w*|slaapmiddel\\w*|tabletten|paracetamol\\w*|medicijnen|medicatie|oxazepam"
    "|temazepam|diazepam|valium|antidepressiva|insuline|opiaten|morfine|fentanyl|ibuprofen|oxycodon|xanax|pammetjes)",
    "hoogte": "(dak|brug|balkon|flat|toren|viaduct|gebouw|parkeergarage|reling|raam|terras|hijskraan|klif|verdieping)",
    "trein": "(trein|treinen|metro|tram|vrachtwagen|vrachtauto|bus|auto|tgv|sprinter|intercity)",
    "water": "(water|kanaal|sloot|rivier|maas|rijn|waal|schelde|gracht|zee|vaart|haven|plas)",
    "naaste": "(man|vrouw|vriend|vriendin|partner|ex|exman|exvrouw|exvriend|vent|echtgenoot|lief|verloofde|vader|papa"
    "|moeder|mama|stiefvader|stiefmoeder|broer|broertje|zus|zusje|zoon|zoontje|dochter|dochtertje|kind|kinderen|oom"
    "|neef|opa|oma|schoonvader|schoonmoeder|schoonzoon|buurvrouw|buurman|zwager|schoonzus|familie|huisgenoot)",
    "dader": "(hij|zij|ze|hem|(mijn|me|mij|onze|haar|zijn) (\\w+ )?<naaste>|man|vriend|ex)",
    "slaat": "(slaat|schopt|trapt|stompt|wurgt|mept|bijt|knijpt|mishandelt|slaan|schoppen|mishandelen|verkracht|klopt op"
    "|duwt en trekt|toetakelt|aftuigt|ranselt)",
    "geslagen": "(geslagen|mishandeld|geschopt|gestompt|gewurgd|verkracht|afgetuigd|toegetakeld|in elkaar geslagen"
    "|gestoken|aangerand|getrapt|gemept|afgeranseld)",
    "wapen": "(mes|bijl|pistool|geweer|vuurwapen|hamer|machete|wapen|knuppel|honkbalknuppel|schroevendraaier)",
    "ons": "(mij|me|ons|de kinderen|mijn kind\\w*|onze \\w+|mijn (zoon|zoontje|dochter|dochtertje|moeder|vrouw|zus|broer))",
    # People one meets at work, about whom somebody tells: what they say or do is that person's work, not their danger.
    "client": "(bewoner|bewoners|bewoonster|client|clienten|clientes|patient|patienten|patiente|leerling|leerlingen"
    "|student|studenten|jongeren|mensen|vrouwen|mannen|deelnemers|pupil|pupillen|gast|gasten|klant|klanten|beller"
    "|bellers|mevrouw|meneer|gedetineerde\\w*|asielzoeker\\w*|passagier\\w*|reiziger\\w*|bezoeker\\w*|springer)",
    "collega": "(collega|collegas|baas|chef|leidinggevende|manager|teamleider|directeur|ploegbaas|vergadering|cao)",
    "middel": "(oplossing|uitweg|bevrijding|verlossing|opluchting|antwoord)",
}

ONSCHULDIG: tuple[Onschuldig, ...] = (
    # "ik schaam me dood", "doodmoe", "dode hoek", "deadline": dood as a strong word, and dead things.
    Onschuldig(
        "dood als versterking",
        ("dod", "doi", "sterv", "sterf"),
        (
            "(schaam|schaamt|schaamde|schamen|lach|lachen|lachte|schrik|schrok|schrikken|werk|werken|werkt|werkte|verveel"
            "|verveelde|vervelen|erger|ergerde|ergeren|zweet|vries|pieker|wacht|zoek|betaal|hoest|sjouw|loop|reed|rijd"
            "|zit|praat|app|typ|bel|organiseer|vergader|bloos|geneer|geneerde) (<me>|ik me|je|ons|zich) (echt |nog |wel "
            "|bijna |half |helemaal |haast )*dood",
            "(me|je|ons|mezelf) (echt |wel |bijna |half |nog |gewoon )*dood (gelachen|geschrokken|geschaamd|gewerkt|verveeld"
            "|geergerd|lachen|schamen|schrikken|werken|vervelen|ergeren|zoeken|gezocht"
            "|te (lachen|schamen|schrikken|werken|vervelen|ergeren))",
            "dood (en )?(moe|bang|stil|ziek|eng|simpel)|dood en doodmoe",
            "dood(moe|op|bang|stil|ziek|eng|simpel|zonde|normaal|gewoon|eerlijk|leuk|ongelukkig|sbang|sangst\\w*|sbenauwd"
            "|szonde|soorzaak|skist|lopend\\w*|gepraat|gegooid|gereden|geboren|vallen|vermoeiend|nerveus|straf|jammer)",
            "als de dood (voor|dat)",
            "(op|een|het|dat) dood (spoor|punt|gewicht|seizoen|kapitaal|hout|konijn|dier|moment)",
            "(<ga>|ging|gaat|sterf|sterven|stierf) (hier |nu |bijna |echt |zowat |altijd |nog |ook |weer |steeds )*"
            "(dood |doodgaan )?(van|bij|aan) (de |het |die |dat |al )*"
            "(honger|dorst|kou|hitte|warmte|zenuwen|schaamte|lachen|verveling|stress|spierpijn|trek|jeuk|verlegenheid|spanning"
            "|nieuwsgierigheid|slaap|lach|level|eindbaas|droogte|hoofdpijn)",
            "liever dood dan (dat|ik|een|met|in|naar|op|te|presenteren|deze|die)",
            "(val|viel|vallen|lig|lag|kan wel|kon wel|sla|slaat|sloeg|valt) (er )?(bijna |voor |echt |wel )*dood( neer| op de bank)?",
            "val dood|sterf ~1 (bot|robot|ding)|ga ~1 dood ~1 (bot|robot|ding|chatbot)|(dode|dooie) \\w+",
            "(telefoon|mobiel|laptop|batterij|accu|plant|planten|server|computer|pc|sfeer|tent|lijn|boel|wifi|scanner) "
            "(is |was |gaat |gaan |weer |eens |ging |bijna |net )*dood",
            "op sterven na dood|dood of leven|leven (of|en) dood|iedereen ~2 dood|je gaat ~2 dood|(was|is|werd) als \\w+ dood",
            "(wordt|worden) (nog )?(eens )?mijn dood|kapot (en )?dood|gesloopt kapot dood",
        ),
    ),
    # Another's death: grief. "mijn vader is dood", "na de dood van mijn zus", "bang dat mijn moeder doodgaat".
    Onschuldig(
        "rouw",
        ("dod", "sterv"),
        (
            "<mijn> (\\w+ )?\\w+ (is|was|ging|gaat|zijn|waren) @3 (dood|doodgaan|doodgegaan)",
            "(de|zijn|haar|hun|sinds|na) dood van",
            "(<naaste>|hond|kat|poes|vis|goudvis|konijn|paard|client|collega|tante) (is |was |gaat |ging |zijn |dood )+ ~1 dood(gaan)?",
            "(<naaste>|hond|kat|poes|collega|tante) (dood|doodgaan)( gaat| is| gevonden)?(?! (wil|wilt|wilde|moet))",
            "dood gevonden|ligt ~1 op sterven|stierf|gestorven|bang voor de dood|dood hoort bij|dood is ~5 taboe",
        ),
        merk="rouw",
    ),
    # Suicide of somebody else, in the past: "mijn broer heeft zelfmoord gepleegd". "rouw" lets a later "en ik nu ook" count.
    Onschuldig(
        "nabestaande",
        ("zel", "sel", "sui", "zui", "lev", "gesprong", "opgehang", "verhang"),
        (
            "<zelfmoord> (gepleegd|pleegde|overleden|verloren|gestorven|pleegden)",
            "(pleegde|pleegden|gepleegd) ~3 <zelfmoord>",
            "(door|na|aan|de|zijn|haar|hun|een) <zelfmoord> (is |zijn )?(van|overleden|verloren|gestorven|heengegaan)",
            "(na|door|sinds|over) (de|zijn|haar|een|hun) <zelfmoord>",
            "uit het leven gestapt|stapte ~2 uit het leven|zich ~2 van het leven (had )?beroofd|van het leven beroofd (heeft|had)",
            "<einde> (gemaakt aan (zijn|haar|hun) leven|aan (zijn|haar|hun) leven (heeft |had )?gemaakt)|zich ~3 (opgehangen|verhangen|verdronken)",
        ),
        merk="rouw",
    ),
    # Denied: "ik heb geen zelfmoordgedachten". Kept tight: "ik kan niet meer, ik denk aan zelfmoord" is no denial.
    Onschuldig(
        "ontkend",
        ("zel", "sel", "sui", "zui", "dod", "andoen", "doden", "lev"),
        (
            "geen ~1 <zelfmoord>",
            "(niet|nooit) (echt |meer |aan |over |bezig met |bang voor |van plan )*<zelfmoord>( plegen| te plegen)?",
            "(wil|hoef|wilde) ~1 (niet|nooit) (echt |nog |per se |aan |zomaar |graag )*<dood>",
            "(niet|nooit) (echt |nog |per se )*(dood|doodgaan|sterven) (wil|hoef|ga|willen)",
            "<me> (echt |heus |zeker )*(niks|nooit|niet|geen) ~2 (aandoen|aan doen|aan te doen|aandoe|pijn)",
            "(niet|nooit|niks) ~1 (snijden|snij|verwonden) ~1 <mezelf>|(snij|snijd|verwond|beschadig) <mezelf> (niet|nooit)",
        ),
    ),
    # At work: clients, patients, pupils who are suicidal or violent; trainings, books, films, help lines.
    Onschuldig(
        "werk en media",
        ("zel", "sel", "sui", "zui", "dod", "lev", "stap", "snij", "poging", "hoeft", "sterv", "spring"),
        (
            "<client> ~4 (zegt|zeggen|zei|zeiden|roept|roepen|riep) ~3 ik wil ~1 (dood|sterven)",
            "<client> @6 (<zelfmoord>|(dood|sterven|doodgaan) (wil|wilt|wilde|willen|wilden|wou|te willen)"
            "|<wil> (niet meer leven|dood|sterven)|niet meer ~2 leven|(snijdt|snijden|verwondt) ~1 zich\\w*"
            "|er ~1 uit ~2 (stappen|stapt)|poging ~2 (gedaan|doet|deed)|niet meer ~1 hoeft|voor de trein ~2)( plegen| wil| wilde| willen)*",
            "[sz]ui[csz]ida\\w+ (jongeren|mensen|patienten|clienten|bewoners|kinderen|leerlingen|mannen|vrouwen|ouderen|studenten)",
            "(boek|film|serie|podcast|documentaire|roman|artikel|training|cursus|lezing|college|scriptie|protocol|liedje|lied"
            "|voorlichting|campagne|onderzoek|cijfers|nieuws) ~3 <zelfmoord>",
            "(film|boek|serie|verhaal) over ~5 (leven|dood)",
            "als iemand ~6 <zelfmoord>( plegen| wil| begint)*|als iemand ~2 (dood|niet meer leven) wil",
            "(zelfmoordpreventie|zelfmoordlijn|suicidepreventie|zelfmoordterrorist\\w*|zelfmoordactie\\w*|zelfmoordaanslag\\w*"
            "|zelfmoordcommando|suicide squad|zelfdodingen|zelfmoorden|suicides|zelfmoordcijfers|suicideprotocol|zelfdodingscijfers)",
            "(politieke|professionele|commerciele|sociale|digitale|economische) zelfmoord",
            "(is|was|zou|lijkt) (pure |echt |gewoon )?<zelfmoord> (om|met|als|zijn|die|dat|voor|daar)",
        ),
    ),
)

