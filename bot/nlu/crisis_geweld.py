"""The crisis gate's families for violence at home and danger from another person.

Read as described in `bot.nlu.crisis_patronen`. Violence by clients, pupils or colleagues is no crisis here but undesired
behaviour at work, which has an intent of its own; therefore those words undo a match.
"""

from __future__ import annotations

from bot.nlu.crisis_woorden import Familie

_AT_WORK = (
    "(client\\w*|bewoner\\w*|patient\\w*|leerling\\w*|klant\\w*|passagier\\w*|reiziger\\w*|bezoeker\\w*|<collega>|vroeger|als kind"
    "|mijn groep|mijn klas|op school|een (vader|moeder|ouder)|beveiliger|getraind|agent|boa|balie|kantine|magazijn|personeelsfeest|bedrijfsfeest|borrel|op kantoor|fraude|de dienst|werkvloer|in het spel|eerste man|begeleid|plein|reorganisatie|serie|thriller|film|boek)"
)

GEWELD: tuple[Familie, ...] = (
    # "hij slaat me", "mijn dochter wordt geslagen", "ik krijg klappen".
    Familie(
        "geslagen",
        "geweld",
        (
            "sla",
            "schopt",
            "trapt",
            "stompt",
            "wurg",
            "mept",
            "knijpt",
            "mishandel",
            "geschopt",
            "verkracht",
            "sloeg",
            "bijt",
            "krabt",
            "duwt",
            "misbruik",
            "klopt op",
            "klap",
            "mot ",
            "gesto",
            "geschud",
            "anger",
            "getrapt",
            "gemept",
        ),
        (
            "<dader> !6 <slaat> (soms |weer |vaak |elke dag |dan |ook |nog |altijd |regelmatig |en \\w+ )*<ons>|<dader> slaan <ons>",
            "(en|dan|weer|soms|ook) <slaat> (\\w+ )?<ons>|(heeft|had) (hij|ze|zij|mijn <naaste>) (mij|me|ons) ~4 <geslagen>|(slaat|schopt|mept|trapt|stompt) (hij|ze|zij)(?= \\.| $| en| als| weer| me| mij| ons)|<dader> ~1 (mij|me) slaan|(mij|me|ons|de kinderen) (ook )?(slaat|mishandelt|schopt)|<slaat> ~3 mij ook",
            "en slaat(?= $| \\.| ik)|(drinkt|dronken|boos|thuis|kwaad|driftig|agressief) (en )?(dan )?slaat( hij| ze| zij|$)?|(hij|ze|zij) slaat(?= \\.|$| en| ook| soms"
            "| weer| vaak| als| altijd)|slaat (hij|ze|zij) (weer|mij|me|ons|altijd)",
            "(hij|ze|zij|<naaste>) sloeg (\\w+ )?<ons> (\\w+ )?(gisteren|gisteravond|vannacht|vanmorgen|vanochtend|vorige|laatst|net|weer|vandaag|zo hard)",
            "(ik|we|kinderen) (word|worden|werd|ben) (?!vroeger|als kind)~5 (in elkaar geslagen|<geslagen>)|<dader> (heeft|heb|had) ~3 <ons> ~4 <geslagen>",
            "(<mijn>|onze|haar) <naaste> (wordt|word|worden|is) ~6 <geslagen>|<dader> (heeft|heb|had) ~2 (mij|me) ~3 (in elkaar|bont en blauw)",
            "(krijg|kreeg) (ik |we )?(weer |weleens |soms |thuis |altijd |dan |een |vaak )*(klap|klappen|slaag|mep|meppen|rammel)(?= \\.|$| van (mijn|hem|me)| als| thuis| en)"
            "|thuis ~2 (klappen|slaag)|(klap|mep|stomp|mot|kopstoot|schop|lel|oorvijg) gegeven",
            "ik (sla|schop|mep) (soms |weer )?(mijn|me|onze) (\\w+ )?<naaste>|ik (heb|had) ~1 (mijn|me|onze) (\\w+ )?<naaste> ~3 (<geslagen>|geschud)"
            "|(baby|kind|kindje) ~4 geschud|<naaste> (slaat|mishandelt) (zijn|haar) \\w+",
        ),
        niet_na="^ ?(we zijn|ik voel me)|" + _AT_WORK + " (\\w+ ){0,8}$",
        niet_voor=_AT_WORK + "|dementie|autisme|voetbal\\w*|judo|boksen|schaken|peuter\\w*|kleuter\\w*|ze is twee|leeftijd|regels"
        "|^(op de maag|niet$|met deuren|met die cao|door (de|het|een) (concurren|werk|regel))",
    ),
    # Other violence: the throat, the hair, the stairs, forced sex, bruises, aggression at home.
    Familie(
        "ander lichamelijk geweld",
        "geweld",
        (
            "kel",
            "haren",
            "trap",
            "muur",
            "agresief",
            "geweldad",
            "huiselijk",
            "blauw",
            "dwing",
            "seks",
            "sex",
            "an m",
            "an hem",
            "rakt m",
            "grond",
            "handtast",
            "bed die",
            "hand",
            "langs",
            "te slan",
            "te schop",
            "schopen",
            "gebroken",
            "kusen",
            "hofd gego",
            "kop gego",
            "mijn bed",
            "wer slan",
        ),
        (
            "(bij|aan|om) (mijn|me) keel|bij de keel (gegrepen|gepakt|greep|pakte)|(kneep|knijpt|drukt|drukte) ~2 keel|keel (dichtgeknepen|dicht)|aan (mijn|me) (haren|haar) (\\w+ )?(naar|door|over|de|van|trok|sleurt|getrokken)|(trekt|trok|sleurt|sleurde) ~2 aan (mijn|me) haren|aan mijn haren",
            "(duwt|duwde|gooit|gooide|trapte|schopte|sloeg|smijt|smeet) <ons> (\\w+ )?(van de trap|tegen de|door de|op de grond|de trap)|<ons> ~2 (van de trap|tegen de \\w+|op de grond) (geduwd|gegooid|gesmeten|getrapt|gesleurd)",
            "(<mijn> <naaste>|hij) (is|word|wordt|werd) (weer |vaak |soms |erg |heel |steeds |zo )*(agressief|gewelddadig|handtastelijk)",
            "(slachtoffer van|te maken met|last van|sprake van|thuis|mijn) (huiselijk|eergerelateerd|partner) ?geweld|<naaste> heeft losse hand\\w+"
            "|(krijg|krijgen) (ik |we )?er ?van langs|(hij|ze|zij|<naaste>) ~2 (begint|begon|gaat|ging) (weer )?te (slaan|schoppen)|schoppen tegen (de|mijn) \\w*deur"
            "|<dader> heeft (mijn|me) (arm|kaak|neus|rib|ribben|pols|been|hand|vinger|tand) (gebroken|uitgeslagen)|kussen op mijn (gezicht|hoofd)|naar (mijn|me) (hoofd|kop) gegooid"
            "|komt ~3 (in|bij) mijn bed",
            "(stiefvader|vader|opa|oom|broer|neef|stiefbroer) (zit|komt|raakt) ((mij|me) )?(\\w+ )?aan( mij| me)?(?! te)",
            "(dwingt|dwing|gedwongen) ~4 (seks|sex|vrijen|naar bed|dingen ~4 niet wil)|(wil|wilt) seks ~8 nee|dingen in bed die ik niet",
            "blauwe? (plek\\w*|oog) (\\w+ ){0,5}?van (mijn|me) <naaste>|blauwe? (plek\\w*|oog) ~8 was (het )?mijn <naaste>",
        ),
        niet_na=_AT_WORK + " (\\w+ ){0,8}$",
        niet_voor=_AT_WORK + "|voetbal\\w*|sport\\w*",
    ),
    # Threatened, stalked, followed; somebody may be killed.
    Familie(
        "bedreigd",
        "geweld",
        (
            "dreig",
            "mord",
            "dod",
            "ando",
            "an do",
            "an te do",
            "stalk",
            "achtervolg",
            "volgt me",
            "afma",
            "kapot",
            "spijt van",
            "vind",
            "bonst",
            "vor m",
            "vor de deur",
            "op te wachten",
            "wacht me",
            "krijgt niemand",
            "trouw",
            "verkopen",
            "huwelij",
            "eer van",
            "erwrak",
        ),
        (
            "<dader> !3 (bedreigt|stalkt|achtervolgt) ~1 <ons>|ik word !5 (bedreigd|gestalkt|achtervolgd)(?! door (pech|de|het|mails|deadlines|rekeningen))|<dader> ~1 volgt (mij|me)( overal)?"
            "|iemand (achtervolgt|volgt|bedreigt) (mij|me)",
            "(<dader>|ik word) !4 (dreigt|dreigde|gedreigd|bedreigd) ~9 (<vermoorden>|aan te doen|steken|kinderen|iets|mes)",
            "(hij|ze|zij|<naaste>) (vermoordt|vermoord) (mij|me|ons)|(dreigt|dreigde|dreigen|gedreigd) ~3 (te )?<vermoorden>|iemand ~6 (mij|me|ons) (iets|wat) (wil |gaat |zal )?(aandoe\\w*|aan wil doen)|jij bent de volgende|<dader> ~6 (zegt|zei|wil|willen|gaat|zal|dreigt|gezegd|zweert|schreeuwen|schreeuwt|roept) !6 <vermoorden>|bang dat (hij|ze|zij|<mijn> <naaste>) ~2 <ons> "
            "~3 (<vermoorden>|iets|wat|slaat)",
            "(hij|ze|zij|ex|man|vriend|broer|broers|vader|familie) ~5 <ons> (of de kinderen |en de kinderen )?(iets|wat) (aan|aandoe|aandoen|aandoet)",
            "ik !3 (mijn \\w+|haar|hem|de baby|de kinderen|ons kind|iemand) (nog )?(iets|wat) (aandoe|aandoen|aan doe|ga aandoen|aan ga doen)",
            "(ex|exman|exvriend|hij) ~14 (bonst|staat (elke|iedere|weer|vannacht|nu) ~2 (voor|aan|bij) (mijn|de|ons) deur|spijt van krijg\\w*"
            "|weet te vinden|op te wachten|wacht (me|mij|ons) op)",
            "eerwraak|eer van (de|mijn|onze) familie|uitgehuwelijkt|uithuwelijken|verkopen aan|trouwen met iemand die ik niet|(dwingen|gedwongen) ~3 (te )?trouwen",
            "(kan|zal|mag) ~2 (haar|me|mij) niet (krijgen|hebben) (krijgt )?(niemand|geen ander)",
        ),
        niet_na=_AT_WORK + " (\\w+ ){0,6}$|^ ?(mijn )?<collega>",
        niet_voor=_AT_WORK + "|te laat|positie|baan|netjes|vakantie|grapje",
    ),
    # Locked in, fled, not safe at home, an intruder, a weapon.
    Familie(
        "niet veilig",
        "geweld",
        (
            "vast in",
            "sluit",
            "slot",
            "stopt",
            "stopen",
            "sloten",
            "gevangen",
            "mes",
            "bijl",
            "pistol",
            "gewer",
            "wapen",
            "hamer",
            "knupel",
            "veilig",
            "bang ",
            "nar huis",
            "huis",
            "deur",
            "brand",
            "binen",
            "leven niet zeker",
            "vlucht",
            "van hem",
            "van mijn",
            "inbre",
            "ingebro",
            "nar buiten",
            "gil",
        ),
        (
            "(hij|ze|zij|man|vriend|ex) (\\w+ )?(sluit|sluiten) ~1 (mij|me|ons) ~2 op|(houdt|houd) (mij|me|ons) (\\w+ )?(vast in|gevangen|opgesloten|binnen)",
            "(hij|man|vriend|vader|ex) ~14 (ik|we|kinderen) ~6 (opgesloten|op slot|verstopt|verschuil)|verstopt ~6 (hij|ze|zoekt)"
            "|laat (me|mij|ons) niet (naar buiten|weg|gaan)|hij ~9 zit opgesloten",
            "mag (ik )?van (mijn man|hem|mijn vriend|mijn vader) ~5 (deur|huis) niet (uit|weg)|mag (ik )?(niet weg|het huis niet uit) van (hem|mijn man)",
            "(<dader>|iemand|man) ~4 (heeft|met|pakt|pakte|zwaait|zwaaide|trok|loopt) ~3 <wapen>|<wapen> op (mij|me|ons) gericht",
            "gooit ~3 (messen|mes|glazen|borden|servies|spullen) ~1 naar (me|mij|mijn|ons)|leven niet (meer )?zeker|gevangen gehouden|er staat (nu )?(iemand|een man|een vent) met (een )?<wapen>|(op|tegen) (mijn|de) deur ~1 (gebonsd|bonzen|bonkt|bonst)",
            "(thuis|huis) ~4 (niet|nergens) ~2 veilig|niet ~2 veilig (thuis|in huis|in mijn eigen huis|bij (mijn man|hem))|onveilig thuis|thuis onveilig",
            "(bang|angst) voor (mijn|me) (eigen )?<naaste>|durf (\\w+ )?(echt |eigenlijk )?niet (meer )?naar huis|bang om naar huis",
            "(gevlucht|vluchten|vlucht|gevlogen) (voor|van) (mijn <naaste>|hem)|(verstoppen|verstop|ondergedoken) voor (mijn <naaste>|hem)|(ik hoor|er wordt|nu) ~2 (ingebroken|inbreker\\w*)",
            "iemand in (mijn|ons) huis(?! om)|(deur|raam) ~1 (in|open) te (trappen|breken|rammen)|deur (in ?getrapt|ingebeukt|ingeslagen)",
            "(hij|ex|man) ~4 (huis|auto|woning) ~1 in (de )?brand|hij is binnen|(?<!ik )(?<!we )bel (nu |snel )*(de )?politie|vechten met (een )?mes|hij komt er ?aan ~3 sla\\w*|hoor (ze|haar|hem|kinderen|de kinderen) gillen",
        ),
        niet_na="(" + _AT_WORK + "|lift|hobby) (\\w+ ){0,6}$|^ ?(mijn )?<collega>",
        niet_voor=_AT_WORK
        + "|gekocht|gekregen|geslepen|nodig|cadeau|schilder|monteur|loodgieter|hond|af is|file|gladheid|sneeuw|storm|werk (te|af|niet)|escape|rooster|kantoor|verdwaald",
    ),
)
