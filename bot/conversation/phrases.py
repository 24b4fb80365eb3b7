"""How things are said in Dutch: patterns that tell a wish from a command, and a question to the bot from an answer.

They are matched against lower case; TO_* against plain words (see `plain`).
"""

from __future__ import annotations

import re

from bot.conversation.dimensions import NAMEN, plain

# Reads as asked of the bot.
ASKING = re.compile(
    r"\?|^\W*(?:en |maar |ja |uh |eh |hm+ |zeg |hé |he |wacht )*(?:wat?|wie|hoe\w*|waar\w*|welke?|wanneer|kun|kan|"
    r"mag|mogen|moet|is|ben|bent|"
    r"zijn|heb|hebt|heeft|doe|ga|gaat|wordt?|word|komt|krijgt|ziet|leest|leg|vertel|zeg|geef|laat|herhaal|nog|help|"
    r"hulp|snap|begrijp|"
    r"ik (?:snap|begrijp|wil weten|vraag|zou willen weten))\b"
)
# Speaks to the bot, or of what it has.
ADDRESSED = re.compile(
    r"\b(?:je|jij|jou|u|ge|gij|bot|app|gesprek|(?<!ik )vraag|(?<!wil )vragen|antwoord|antwoorden|cijfer|"
    r"samenvatting|spinnenweb|tekening|gegevens|"
    r"chat|coach|privacy|laat|toon|geef|maak|zet|verander|wijzig|wis|verwijder|stuur)\b|\?"
)
# Looks like a command, is a wish: "stoppen met roken", "terug naar mijn oude afdeling", "hulp van mijn leidinggevende".
WISH = re.compile(
    r"\b(?:stop\w*|ophouden|kappen)\s+(?:\w+\s+){0,2}?met\s+(?!(?:(?:dit|deze|het|de|die|dat|"
    r"al die)\s+)?(?:gesprek\w*|chat\w*|vra\w+|"
    r"spinnenweb|actiewiel|test|app|bot|praten|typen|invullen|antwoorden|onzin|gedoe)\b|(?:dit|deze|het|die|dat|"
    r"jou)\s*(?:$|[.,!?]|en\b|nu\b))\w+"
    r"|\bdat (?:\w+ ){1,4}(?:stopt|stoppen|ophoudt|ophouden)\b"
    r"|\b(?:stop\w*)\s+(?:\w+\s+)?(?:op|bij|in|als)\s+(?:mijn|m'n|mn|de|het)\b"
    r"|\bterug\s+(?:naar|in|op|bij|aan|op)\s+(?!(?:de|het)?\s*(?:vorige|vraag|begin|eerste)\b)\w+"
    r"|\b(?:hulp|help|steun)\s+(?:van|bij|met|nodig|vragen|krijgen)\b|\bpauzes?\s+(?:nemen|houden|pakken|buiten|"
    r"inplannen)\b"
    r"|\b(?:vaker|meer|langer|echte|af en toe|een)\s+(?:\w+\s+)?pauzes?\b|\bopnieuw\s+(?:leren|beginnen\s+(?:met|"
    r"aan|als|bij|in)|proberen|opbouwen)\b"
    r"|\b(?:delen|praten)\s+(?:\w+\s+){0,4}(?:\w*club|thuis|partner|vrouw|man|vriendin|vriend)\b"
    r"|\bplan(?:nen)?\s+(?:\w+\s+){0,2}(?:mijn|m'n)\b|\b(?:maatje|coach)\s+(?:zoeken|vragen|vinden|bellen|mailen|"
    r"appen|spreken)\b"
    r"|^\W*(?:met |aan )?(?:(?:een|mijn|m'n|mn|de)\s+)?(?:\w+\s+)?\w*(?:maatje|coach)(?:\s+\w+)?\W*$"
)
# Begins as a question does. With a question mark behind it, it is asked of the bot.
INTERROGATIVE = re.compile(
    r"^\W*(?:(?:en|maar|ja|ok|oke|uh|eh|hm+|wacht|sorry)\W+)*(?:(?P<word>wat?|wie|hoe\w*|waarom|waarvoor|welke?|"
    r"zoals)|waar\w*|wanneer|kun\w*|kan|mag|"
    r"mogen|moet|moeten|is|ben|bent|zijn|heb\w*|heeft|doe\w*|gaat?|wordt?|komt|krijg\w*|zie\w*|lees\w*|leest|weet|"
    r"vind\w*|zou|gebruik\w*|bedoel\w*|ge|dan)\b"
)
# Going elsewhere: to the plan, to another dimension by its own name, to all six.
TO_PLAN = re.compile(
    r"\b(?:naar|door met|verder met|maak\w*|maken|begin\w* met|start\w* met)\b.*\b(?:plan|actiewiel|wiel)\b|"
    r"\bplan maken$"
)
TO_ALL_SIX = re.compile(
    r"\balle (?:zes|dimensies|kanten)\b|\b(?:naar|met) het spinnenweb\b|\bspinnenweb (?:doen|maken|invullen)\b"
)
_NAMES = "|".join(plain(name) for name in NAMEN.values())
TO_DIMENSIE = re.compile(
    rf"\b(?:over|naar|met|doen?|nog|liever|maar|eerst|toch|even)\s+(?:de\s+)?(?:{_NAMES})\b|\bhet\b.*\bover\b.*\bhebben\b"
)
# "dat het gemeld wordt", "zodat ik rust heb": half a sentence, and so the other half of an answer.
CLAUSE = re.compile(
    r"^\W*(?:om|zo)?dat (?:ik|het|ze|zij|we|wij|er|hij|iemand|niemand|mensen|mijn|m'n|mn|ons|onze|de|die|alles)\b"
)
LINE = re.compile(r"\b(?:regel|nummer|punt)\s*\d")
# Only meant by words for it: "als zij erover begint" is no new start, "1 maart" no reminder, "klote" no anger at a bot.
SAID_WITH = {
    "begroeten": re.compile(
        r"\b(?:h[aeo]+i+|ha+l+o+\w*|hello\w*|he+y*|hé|hi+|yo+|mo+i+\w*|hoi\w*|salut|dag|goe(?:de|ie|"
        r"i)?n? ?(?:morgen|middag|avond|dag))\b"
    ),
    "afscheid": re.compile(
        r"\b(?:doei\w*|doeg\w*|da+g\w*|ciao|bye|later+|tot (?:ziens|snel|straks|later|de|een|morgen|volgende|"
        r"kijk)\w*|houdoe|ajuu\w*|adieu|salu\w*|"
        r"vaarwel|mazzel|groet\w*|welterusten|truste\w*|slaap lekker|genoeg voor|voor (?:vandaag|nu)|ik ga (?:nu|"
        r"weer|slapen|eten|naar|ervandoor|weg)|fijne (?:dag|avond|nacht|dienst))\b"
    ),
    "bedanken": re.compile(
        r"\b(?:dank(?:je|u)?\w*|bedankt\w*|thanks?|thx|merci\w*|graag gedaan|tof van je|lief van je)\b"
    ),
    "opnieuw": re.compile(
        r"\b(?:opnieuw|overnieuw|reset\w*|restart\w*|voren af aan|begin\w* (?:weer|nog|maar)|vanaf het begin|"
        r"blanco|schone)\b"
    ),
    "delen_met_coach": re.compile(
        r"\b(?:deel|delen|gedeeld|stuur\w*|sturen|verstuur\w*|versturen|door(?:geven|sturen|zetten)|zien|lezen|meekijken|opsturen)\b"
    ),
    "frustratie": re.compile(
        r"\b(?:je|jij|jou|u|ge|gij|\w*bot|app|computer|programma|machine|chat\w*|gesprek\w*|vra\w+|dit|gedoe|onzin|"
        r"flauwekul|\w+ding|"
        r"fuck\w*|(?:rot|flikker|donder|sodemieter) \w*\s*op)\b"
    ),
    "plan_herinnering": re.compile(
        r"\b(?:herinner\w*|seintje|berich\w*|melding\w*|vraag|mail\w*|app\w*|stuur|check\w*|weer|terug\w*)\b"
    ),
    "verwijder_gegevens": re.compile(
        r"\b(?:wis\w*|gewist|verwijder\w*|delete\w*|weg(?:gooi\w*|hal\w*|ermee)|gooi\w*|vernietig\w*|vergeet\w*|"
        r"schrap\w*|(?:alles|dit|gegevens|antwoorden) .*\bweg)\b"
    ),
}
ABOUT_THE_SCALE = re.compile(r"^\W*(?:wat(?! mij\b)|waarom|hoe|wanneer)\b|^\W*is\b.*\?")  # "wat is een 10 dan"
# no pause, a moment
SOME_TIME = re.compile(
    r"(?:(?:nu|straks|later|zo|vanavond|morgen|meteen|direct|gelijk|vandaag|binnenkort|snel|ooit|pas|"
    r"zo meteen)\s*)+"
)
HARD = re.compile(r"(?:\w+ ){0,2}(?:lastig|moeilijk)")
CODE = re.compile(r"[\s\u200b]*/\w+\s*\{")  # "/stoppen{...}" is text like any other
