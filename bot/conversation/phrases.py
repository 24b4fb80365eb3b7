"""How things are said in Dutch: patterns that tell a wish from a command, and a question to the bot from an answer.

They are matched against lower case; TO_* against plain words (see `plain`).
"""

from __future__ import annotations

import re

from bot.conversation.dimensions import NAMEN, find_dimensies, plain

# Reads as asked of the bot.
ASKING = re.compile(
    r"\?|^\W*(?:en |maar |ja |uh |eh |hm+ |zeg |hé |he |wacht |ff |even |(?:een )?vraagje )*(?:wat?|wie|hoe\w*|waar\w*|"
    r"welke?|wanneer|kun|kunnen|kan|"
    r"mag|mogen|moet|is|ben|bent|"
    r"zijn|heb|hebt|heeft|doe|ga|gaat|wordt?|word|komt|krijgt|ziet|leest|leg|vertel|zeg|geef|laat|herhaal|nog|help|"
    r"hulp|snap|begrijp|"
    r"ik (?:snap|begrijp|wil weten|vraag|zou willen weten))\b"
    r"|(?:[,.!]|\bmaar|\bdus)\s*(?:dus |en |maar |nou )*(?:wat|wie|hoe|welke|waar|kun|kan|moet|mag|is|zijn|hebben) "
    r"(?:is|zijn|er|ik|dat|dit|doet|doen|jullie|je|mijn|kan|moet|heb|het|de|een)\b"
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
    r"spinnenweb|actiewiel|test|app|bot|praten|typen|invullen|antwoorden|onzin|gedoe|delen|appen|sturen|herinner\w*|"
    r"bericht\w*|melding\w*|mail\w*)\b|(?:dit|deze|het|die|dat|"
    r"jou)\s*(?:$|[.,!?]|en\b|nu\b))\w+"
    r"|\bdat (?:\w+ ){1,4}(?:stopt|stoppen|ophoudt|ophouden)\b"
    r"|\b(?:stop\w*)\s+(?:\w+\s+)?(?:op|bij|in|als)\s+(?:mijn|m'n|mn|de|het)\b"
    r"|\bterug\s+(?:naar|in|op|bij|aan)\s+(?!(?:de|het|die|dat|mijn|een)?\s*(?:vorige?|vraag|antwoord|begin|eerste|"
    r"af)\b)\w+"
    r"|\b(?:hulp|help|steun)\s+(?:van|bij|met|nodig|vragen|krijgen)\b|\bpauzes?\s+(?:nemen|houden|pakken|buiten|"
    r"inplannen)\b"
    r"|\b(?:vaker|meer|langer|echte|af en toe|een)\s+(?:\w+\s+)?pauzes?\b|\bopnieuw\s+(?:leren|beginnen\s+(?:met|"
    r"aan|als|bij|in)|proberen|opbouwen)\b"
    r"|\b(?:verder|door)\s+(?:komen|groeien|leren|studeren|kijken|ontwikkelen|werken|leven)\b"
    r"|\bik heb (?:\w+ )?een (?:\w+ )?(?:maatje|coach)\b|\b(?:zelfde|vaste|extra|gezamenlijke|mijn|onze)\s+pauzes?\b|"
    r"\bpauzes?\s+(?:als|met|van|zonder|samen)\b"
    r"|\b(?:steeds|telkens|elke keer|altijd|nooit)\s+(?:weer\s+)?(?:opnieuw|terug|stop\w*)\b"
    r"|\b(?:delen|praten)\s+(?:\w+\s+){0,4}(?:\w*club|thuis|partner|vrouw|man|vriendin|vriend)\b"
    r"|\bplan(?:nen)?\s+(?:\w+\s+){0,2}(?:mijn|m'n)\b|\b(?:maatje|coach)\s+(?:zoeken|vragen|vinden|bellen|mailen|"
    r"appen|spreken)\b"
    r"|^\W*(?:een|geen|meer|wat) (?:\w+ )?(?:seintje|herinnering|reminder|berichtje|coaching|training|hulp|uitleg|"
    r"privacy)\W*$"
    r"|^\W*(?:met |aan )?(?:(?:een|mijn|m'n|mn|de)\s+)?(?:\w+\s+)?\w*(?:maatje|coach)(?:\s+\w+)?\W*$"
)
# Said at the consent, or about it: better not after all.
NOT_SHARING = re.compile(
    r"\b(?:niet|nie|niks|niets|toch maar niet|liever niet|beter niet|nergens)\b.*\b(?:delen|deel|gedeeld|sturen|stuur|"
    r"versturen|doorsturen)\b|\b(?:deel|delen|stuur|verstuur)\b.*\b(?:niet|nie|niks|niets)\b|\blaat maar\b|"
    r"\btoch (?:maar )?(?:niet|nie)\b|\b(?:ik )?(?:hoef|wil) (?:\w+ )?(?:niet|nie)\b|\bbedacht me\b"
)
# Asks what was shared, and does not want it back at once.
_ASKS_WHAT_IS_SHARED = re.compile(
    r"\b(?:wat|met wie|wie|welke \w+) (?:heb|had|deel|is|zijn|staat|heeft|kan|ziet|leest|allemaal)\b.*"
    r"\b(?:gedeeld\w*|deel ik|ik deel|verstuurd|gestuurd|gekregen)\b|\bwat deel ik\b|\bwat heb ik gedeeld\b|"
    r"\b(?:overzicht|lijst)(?:je)? van\b.*\bgedeeld\b|\blaat (?:\w+ ){0,3}zien wat\b.*\bgedeeld\b"
)
_WANTS_IT_BACK = re.compile(r"\b(?:trek|haal|terug\w*|intrek\w*|weg|stop\w*|ongedaan|niet meer|prive)\b")
_ASKS_FOR_AN_ANSWER = re.compile(
    r"\b(?:heeft|hebben|is er|zijn er|wat (?:zegt|schrijft|zei))\b.*\b(?:geantwoord|antwoord\w*|gereageerd|reactie\w*|"
    r"bericht\w*)\b|\bwat (?:zegt|schrijft|zei) (?:de|mijn) coach\b"
)
# Of what was shared: "heeft ze het al gelezen", "heeft Marieke al gekeken". Of anybody else it is about privacy.
_ASKS_IF_IT_WAS_READ = re.compile(
    r"(?:(?:en|maar|zeg|he|eh|uh|ok|oke) )*(?:heeft|hebben|is)\b"
    r"(?!.*\b(?:baas|chef|leidinggevende\w*|manager\w*|hr|p en o|werkgever|directie|iemand|niemand|anderen|collega\w*|"
    r"team|jij|je|jullie|u|ge|gij|mijn (?!coach)\w+)\b).*"
    r"\b(?:gelezen|bekeken|gekeken|gezien|geopend|opengemaakt|ontvangen|gezegd|teruggeschreven)"
)
WRITES_BACK = re.compile(r"\b(?:terug ?schrijven|terugschrijf|schrijf terug|antwoord(?:en)? aan (?:de|mijn) coach)\b")
_MOST_WORDS_ASKED = 10
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
    rf"\b(?:over|naar|met|doen?|nog|liever|maar|eerst|toch|even)\s+(?:de\s+)?(?:{_NAMES})\b|"
    "\bhet\b.*\bover\b.*\bhebben\b"
)
# "dat het gemeld wordt", "zodat ik rust heb": half a sentence, and so the other half of an answer.
CLAUSE = re.compile(
    r"^\W*(?:om|zo)?dat (?:ik|het|ze|zij|we|wij|er|hij|iemand|niemand|mensen|mijn|m'n|mn|ons|onze|de|die|alles)\b"
)
# A moment in a step: "morgen na het eten wandelen", "elke avond om tien uur naar bed".
MOMENT = re.compile(
    r"\b(?:(?:over)?morgen\w*|vandaag|van(?:avond|middag|nacht)|straks|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|"
    r"(?:komende?|volgende?) (?:week|weekend|maand)|dit weekend|(?:elke|iedere) (?:dag|week|avond|ochtend|morgen|"
    r"middag)|"
    r"om (?:half |kwart (?:voor|over) )?(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|"
    r"twaalf) ?(?:uur|u)?|"
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|"
    r"(?:na|voor) (?:het|de|mijn|m'n|mn) (?:eten|werk|dienst|lunch|pauze|koffie|overdracht))\b"
)
# The mark "hier wil ik over praten", to be taken away or set: "haal het teken bij lichaamsfuncties maar weg".
_MARK = re.compile(
    r"\b(?:haal|doe|zet|maak|verwijder|wis|schrap|kan|mag|moet)\b.*\b(?:merk)?(?:teken(?:tje)?|vinkje|markering|sterretje)\b"
    r".*\b(?:weg|eraf|af|uit|bij|van|op|achter)\b"
)
# Of the offers: there is nothing for me among them.
NOTHING_FITS = re.compile(
    r"\b(?:niks|niets|geen\w*|gene)\b.*\b(?:beters?|anders|leuks?|leukers?|passends?|interessants?|zinnigs|nuttigs|bij|"
    r"tussen|aan|voor mij|mijn ding)\b"
)
# At the plan: it is right, whatever comes of it: "klopt, maar ze gaan toch nee zeggen". Not where a change is named.
RIGHT = re.compile(
    r"(?:(?:ja|dat|het|da|zo|helemaal|wel) )*(?:klopt|inderdaad|goed zo|zo is het|staat er goed|is goed zo)\b"
    r"(?!.*\b(?:niet|nie|geen|bijna|half|moet|mag|liever|anders|beter|verkeerd|fout|maak|zet|mist|ontbreekt|was|wordt|"
    r"ipv|eerder|later)\b)"
)
# At the summary: a line by its name, and what it should be: "wanneer moet eigenlijk morgen zijn".
SHOULD_BE = re.compile(r"(?!.*\bmoet ik\b)(?:\w+ ){1,4}(?:moet|mag|moest|zou) (?:\w+ ){0,6}(?:zijn|worden|staan|komen)")
# "wat houdt dat in", "wat betekent dit dan": of what was just said, not of the method.
_METHOD = re.compile(r"gezon|geson|positie|wiel|web|wep|wheel|health|tekening|dimensi|onderde|method|\b(?:zes|6|iph)\b")
_MOST_WORDS_OF_THIS = 6
LINE = re.compile(r"\b(?:regel|nummer|punt)\s*\d")
# Only meant by words for it: "als zij erover begint" is no new start, "1 maart" no reminder, "klote" no anger at a bot.
SAID_WITH = {
    "stoppen": re.compile(
        r"\b(?:sto\w*|kap\w*|ophou\w*|hou\w*|schei\w*|nok\w*|klaar (?:mee|ermee|hiermee)|ik ben klaar|genoeg (?:van|"
        r"voor)|einde?|beeindig\w*|"
        r"(?:af)?sluit\w*|sluiten|af|quit|exit|basta|niet (?:meer|verder)|geen zin|mag weg|uit|weg|zat)\b"
    ),
    "toon_spinnenweb": re.compile(
        r"\b(?:laat|toon\w*|show|zien|geef|bekijk\w*|terugzien|kijken|waar|hoe ziet|teken|nog eens|mag ik|open\w*|"
        r"stuur)\b|\?"
    ),
    "vraag_privacy": re.compile(
        r"\b(?:privacy\w*|le+s\w*|(?:ge)?lezen|meele\w*|ziet|(?:ge)?zien|inzage|anoniem\w*|avg|opgeslagen|bewaa?r\w*|gegevens|"
        r"geheim\w*|data|delen|"
        r"deelt|gedeeld|dit|hier\w*|wie|kan|mag|weten|weet|je|jullie|u)\b|\?"
    ),
    "pauzeren": re.compile(
        r"\b(?:pauz\w*|break|verder\w*|voort\w*|door(?:gaan|doen)?|wacht|mome?nt\w*|stop\w*|sto?pzet\w*|onderbrek\w*|"
        r"ik (?:ga|moet|ben|kom|word|doe)|kom ik|ga ik|doe ik|terug|weg|straks verder|brb|afk)\b"
    ),
    "begroeten": re.compile(
        r"\b(?:h[aeo]+i+|ha+l+o+\w*|hello\w*|he+y*|hé|hi+|yo+|mo+i+\w*|hoi\w*|salut|dag|goe(?:de|ie|"
        r"i)?n? ?(?:morgen|middag|avond|dag))\b"
    ),
    "afscheid": re.compile(
        r"\b(?:doei\w*|doeg\w*|da+g\w*|ciao|bye|later+|tot (?:ziens|snel|straks|later|de|een|morgen|volgende|zo|"
        r"kijk)\w*|ik moet (?:gaan|weg|ervandoor)|houdoe|ajuu\w*|adieu|salu\w*|"
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
        r"\b(?:deel|delen|gedeeld|stuur\w*|sturen|verstuur\w*|versturen|door(?:geven|sturen|zetten)|zien|lezen|"
        r"meekijken|opsturen)\b"
    ),
    "frustratie": re.compile(
        r"\b(?:je|jij|jou|u|ge|gij|\w*bot|app|computer|programma|machine|chat\w*|gesprek\w*|\w*vra\w+|dit|gedoe|onzin|"
        r"flauwekul|\w*ding|knop\w*|"
        r"fuck\w*|(?:rot|flikker|donder|sodemieter) \w*\s*op)\b"
    ),
    "plan_herinnering": re.compile(
        r"\b(?:herinner\w*|seintje|berich\w*|melding\w*|vraag|mail\w*|app\w*|stuur|check\w*|weer|terug\w*)\b"
    ),
    "verwijder_gegevens": re.compile(
        r"(?=.*\b(?:alles|al|gegevens|data|antwoord\w*|dit|gesprek\w*|wat|info\w*|account|boel|geschiedenis|me|mij)\b)"
        r".*\b(?:wis\w*|gewist|verwijder\w*|delete\w*|weg(?:gooi\w*|hal\w*|ermee)|gooi\w*|vernietig\w*|vergeet\w*|"
        r"schrap\w*|(?:alles|dit|gegevens|antwoorden) .*\bweg)\b"
    ),
}
NOT_YOUR_BUSINESS = re.compile(
    r"(?:(?:nee|sorry|nou)\s+)*(?:(?:dat|het|da)\s+)?gaat (?:je|jou|u|jullie|niemand|ou) (?:\w+ )?(?:niks|niets|niet|"
    r"nie|geen \w+) aan"
)
ABOUT_THE_SCALE = re.compile(r"^\W*(?:wat(?! mij\b)|waar\w*|hoe|wanneer)\b|^\W*is\b.*\?")  # "wat is een 10 dan"
# What a command is called, and what somebody may name: at any question that expects words, or at one of them.
THINGS = frozenset({"maatje"})
THINGS_AT: dict[str, frozenset[str]] = {
    "nodig": frozenset({"hulp", "pauze", "uitleg", "privacy"}),
    "belangrijk": frozenset({"privacy"}),
    "wat_inzetten": frozenset({"pauze"}),
}
DIFFERENT = re.compile(r"\b(?:moet|mag|liever) (?:\w+ ){0,2}anders\b|\bmaak (?:er|van)\b|\b(?:mist|ontbreekt)\b")
HARD = re.compile(r"(?:\w+ ){0,2}(?:lastig|moeilijk)")
CODE = re.compile(r"[\s\u200b]*/\w+\s*\{")  # "/stoppen{...}" is text like any other
# How far along we are: "hoe lang duurt dit nog", "hoeveel vragen komen er nog", "zijn we er bijna".
_HOW_LONG = re.compile(
    r"(?:(?:en|maar|zeg|he|ok|oke|ja|nou|uh|eh|sorry|vraagje)\s+)*(?:hoe ?lang (?:nog|(?:duurt|is|gaat|ben|zijn|"
    r"moet) (?:dit|deze|het|t|da|dat|nog|we|ik))\b|"
    r"hoe ?ve+l (?:nog|komen er)\b|hoe ?ve+l (?:\w+ )?(?:vra\w+|stap\w*|tijd|minuten)\b|hoe ver (?:zijn|ben|zitten)\b|"
    r"(?:duurt|is) (?:dit|da|dat|het|t) (?:gesprek )?(?:nog )?(?:heel )?(?:lang|veel|bijna)\b|"
    r"(?:zijn|ben) (?:we|ik) (?:er )?(?:al|nu|bijna|ongeveer)\b|(?:komen er|zijn er) nog (?:veel )?vra\w+|"
    r"nog (?:lang|veel vragen)\b)"
)
_MOST_WORDS_OF_IT = 10


def asks_how_long(text: str) -> bool:
    """Tell whether somebody asks how far along the conversation is."""
    words = plain(text)
    return len(words.split()) <= _MOST_WORDS_OF_IT and bool(_HOW_LONG.match(words))


def asks_what_is_shared(text: str) -> bool:
    """Tell whether words ask what was shared, and with whom."""
    words = plain(text)
    asked = len(words.split()) <= _MOST_WORDS_ASKED and _ASKS_WHAT_IS_SHARED.search(words)
    return bool(asked) and not _WANTS_IT_BACK.search(words)


def asks_for_an_answer(text: str, *, shared: bool = False) -> bool:
    """Tell whether words ask if a coach has answered, or has read it: that, without naming one, of who has `shared`."""
    words = plain(text)
    if shared and len(words.split()) <= _MOST_WORDS_ASKED and _ASKS_IF_IT_WAS_READ.match(words):
        return True
    about = "coach" in words or "gedeeld" in words or "geantwoord" in words or "gereageerd" in words
    return about and len(words.split()) <= _MOST_WORDS_ASKED and bool(_ASKS_FOR_AN_ANSWER.search(words))


def is_about_a_mark(text: str) -> bool:
    """Tell whether words ask for the mark of a dimension to be taken away or set."""
    words = plain(text)
    return len(words.split()) <= _MOST_WORDS_ASKED and bool(_MARK.search(words)) and bool(find_dimensies(text))


def asks_of_the_method(text: str) -> bool:
    """Tell whether a question may be about the method: a few words that name nothing of it are about what was said."""
    words = plain(text)
    named = _METHOD.search(words) or find_dimensies(text)
    return bool(named) or len(words.split()) > _MOST_WORDS_OF_THIS
