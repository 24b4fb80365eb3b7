"""The crisis gate's vocabulary: how people spell, which words belong together, and what a table row looks like.

Data only, so that somebody who knows the subject can read and correct it; `bot.nlu.crisis` turns it into expressions.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Soort(str, Enum):
    """What kind of help a text asks for, most urgent first: the order in which the kinds are looked for."""

    acuut = "acuut"
    zelfdoding = "zelfdoding"
    geweld = "geweld"
    vermoeden = "vermoeden"  # it sounds like one of these, and no pattern knows which


class Familie(NamedTuple):
    """One kind of utterance that tells of a crisis.

    A match counts unless `niet_na` is found in the same sentence before it, or `niet_voor` in the rest of it.
    """

    naam: str
    soort: str
    patronen: tuple[str, ...]
    niet_na: str = ""
    niet_voor: str = ""


class Onschuldig(NamedTuple):
    """Harmless phrases that look like a crisis: replaced by `merk` before the families are tried."""

    naam: str
    patronen: tuple[str, ...]
    merk: str = "_"


# How people really write it: chat, Flemish, dictation, haste. Each word on the right is read as the one on the left.
SCHRIJFWIJZEN: dict[str, str] = {
    "ik": "k ek ikke kik iek",
    "niet": "ni nie nit neit nt nid nait",
    "niet meer": "nimeer niemeer nietmeer nimee",
    "wil niet meer": "wilnietmeer wilniemeer",
    "niet meer leven": "nietmeerleven",
    "ik wil dood": "ikwildood kwildood",
    "meer": "mr",
    "leven": "leve lefe lefen levn lven leevn levem",
    "dood": "doot doodt dout",
    "doodgaan": "doodgaa doodgaat doodga doodgeh dootgaan",
    "sterven": "sterve stervem sterfen",
    "wil": "wilt wille wl",
    "een": "n ene nen",
    "het": "t ut et",
    "dat": "da",
    "er": "der dr",
    "er aan": "eraan deraan draan",
    "er uit": "eruit deruit druit",
    "er van": "ervan dervan",
    "er vanaf": "ervanaf",
    "er mee": "ermee dermee",
    "mijn": "mn mijne mijnen mun",
    "mezelf": "mijzelf mezelve mezelluf mijnzelf mezelfs mezlf",
    "gewoon": "gwn gewn",
    "niks": "nix niets nies",
    "maken": "make",
    "stoppen": "stoppe",
    "stappen": "stappe",
    "springen": "springe",
    "zitten": "zitte",
    "slapen": "slape",
    "worden": "worde worre worren",
    "geslagen": "geslage",
    "zie": "zien",
    "word": "wort",
    "denk": "dnk denkt peins",
    "vermoordt": "vermoord vermoort",
    "slaat": "slagt slat",
    "te veel": "teveel",
    "dat ik": "dattik",
    "als ik": "ak assik",
}

# "kwil", "ikben", "kheb": the word for I stuck to its verb.
AAN_IK_VAST = "wil heb ben ga zie zou denk sta zit moet wou peins doe hoop voel maak wens weet mag hoef snij"

WOORDEN: dict[str, str] = {
    "mezelf": "(mezelf|me zelf|mij zelf|mijn zelf|mijn eigen|me eigen|mijn eige|me eige)",
    "me": "(me|mij|mezelf|me zelf|mij zelf)",
    "mijn": "(mijn|me|mij)",
    "wil": "(wil|willen|wilde|wou|zou|zouden)",
    "nu": "(nu|vanavond|vannacht|straks|zo|zometeen|zo meteen|meteen|dadelijk|vandaag nog)",
    "dood": "(dood|doodgaan|doodging|doodgaat|sterven|sterf|creperen)",
    "leven": "(leven|bestaan)",
    "een": "(een|en)",
    "einde": "(eind|einde|end|ent|eindje)",
    "zelfmoord": (
        r"([zs]el[fv]moor[dt]\w*|zelf moor[dt]|zelfmrd|zelfm rd|zlfmoord|zelfdod\w*|zelf doding|"
        r"zelfdoot|[sz]ui[csz]i[de]\w*)"
    ),
    "verwonden": "(snijden|verwonden|pijnigen|krassen|beschadigen|branden|verminken|bezeren)",
    "pillen": (
        r"(pil|pillen|slaappil\w*|slaapmiddel\w*|tabletten|paracetamol\w*|medicijnen|medicatie|oxazepam|"
        "temazepam|diazepam|valium|antidepressiva|insuline|opiaten|morfine|fentanyl|ibuprofen|oxycodon|xanax)"
    ),
    "hoogte": (
        "(dak|brug|balkon|flat|toren|viaduct|gebouw|parkeergarage|reling|raam|terras|hijskraan|klif|verdieping)"
    ),
    "trein": "(trein|treinen|metro|tram|vrachtwagen|vrachtauto|bus|auto|tgv|sprinter|intercity)",
    "water": "(water|kanaal|sloot|rivier|maas|rijn|waal|schelde|gracht|zee|vaart|haven|plas)",
    "boom": "(boom|viaduct|muur|pijler|tegenligger|vrachtwagen|betonblok|brug|vangrail|paal)",
    "naaste": (
        "((klein|puber|stief|pleeg|schoon|bonus|ex|tweeling)?(man|vrouw|vriend|vriendin|vader|moeder|"
        "broer|broertje|broers|zus|zusje|zoon|zoontje|dochter|dochtertje|kind|kinderen|ouders)|nichtje|nicht|"
        "neefje|partner|ex|vent|echtgenoot|lief|verloofde|papa|mama|neef|opa|oma|buurvrouw|buurman|buurmeisje|"
        "zwager|familie|schoonfamilie|huisgenoot|baby|puber)"
    ),
    "dader": r"(hij|zij|ze|hem|(mijn|me|mij|onze|haar|zijn) (\w+ )?<naaste>|man|vriend|ex)",
    "ons": (
        r"(mij|me|ons|de kinderen|mijn (kind\w*|zoon|zoontje|dochter|dochtertje|moeder|vrouw|zus|zusje|"
        r"broer)|onze \w+|(zijn|haar) (kinderen|vrouw|vriendin|zoon|dochter))"
    ),
    "slaat": (
        "(slaat|schopt|trapt|stompt|wurgt|mept|bijt|knijpt|mishandelt|slaan|mishandelen|verkracht|klopt "
        "op|krabt|ranselt)"
    ),
    "geslagen": (
        "(geslagen|mishandeld|geschopt|gestompt|gewurgd|verkracht|afgetuigd|toegetakeld|aangerand|"
        "getrapt|gemept|afgeranseld|misbruikt)"
    ),
    "wapen": "(mes|bijl|pistool|geweer|vuurwapen|hamer|machete|wapen|knuppel|honkbalknuppel|schroevendraaier)",
    "vermoorden": (
        r"(vermoord\w*|dood ?(te )?(ga |gaat )?(maken|maakt|maak|slaan|slaat|steken|steekt|schieten|"
        r"schiet)|doden|doodt|afmaken|afmaakt|doodsla\w*|kapot ?(gaat )?(maken|maakt)|af te maken|kapot te maken)"
    ),
    # People one meets at work and tells about: what they say or do belongs to the work.
    "client": (
        r"(bewoner\w*|client\w*|patient\w*|leerling\w*|student\w*|jongere|jongeren|mensen|vrouwen|"
        r"mannen|deelnemers?|pupil\w*|gast|gasten|klant\w*|beller|bellers|mevrouw|meneer|gedetineerde\w*|"
        r"asielzoeker\w*|passagier\w*|reiziger\w*|bezoeker\w*|meisje|hoofdpersoon)"
    ),
    "collega": r"(collega\w*|baas|chef|leidinggevende\w*|manager\w*|teamleider|directeur|ploegbaas|directie)",
    # Then somebody tells of the work, of long ago or of a film: undesired behaviour has an intent of its own.
    "opwerk": (
        r"(client\w*|bewoner\w*|patient\w*|leerling\w*|klant\w*|passagier\w*|reiziger\w*|bezoeker\w*|"
        "<collega>|mijn groep|mijn klas|op school|een (vader|moeder|ouder)|beveiliger|getraind|"
        "agent|boa|balie|kantine|magazijn|personeelsfeest|bedrijfsfeest|borrel|op kantoor|fraude|de dienst|"
        "werkvloer|in het spel|eerste man|begeleid|plein|reorganisatie|serie|thriller|film|boek)"
    ),
    # What people end, leave or can't go on with at work: then it is not about living on.
    "ding": (
        r"(gesprek\w*|chat|vragenlijst|vraag|vragen|tekening|plan|relatie|verkering|huwelijk|baan|bijbaan|"
        r"werk|werken|contract|project|overleg|vergadering\w*|dienst|diensten|rooster|afdeling|team|functie|"
        "abonnement|onduidelijkheid|gepieker|ruzie|stilte|cursus|opleiding|studie|proef|traject|samenwerking|"
        "discussie|gedoe|roken|drinken|lunch|planning|bestuur|ondernemingsraad|regeling|maatschap|kantoor|"
        r"pensioen|vakantie|nachtdienst\w*|baas)"
    ),
}

# Scripts that can't be brought to plain letters are searched as they are: Arabic, Russian, Ukrainian.
ANDERE_SCHRIFTEN: tuple[str, ...] = (
    "أريد أن أموت",
    "انتحار",
    "хочу умереть",
    "не хочу жить",
    "самоубий",
    "хочу померти",
    "не хочу жити",
    "самогуб",
)
