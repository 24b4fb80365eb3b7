"""Whole conversations as people have them: what they type or press, and the question they should be at afterwards.

Each step is (what the person does, the key of the question that is open then). A step that begins with `#` presses
the button with that title. `None` as key: nothing is asked; `...`: what comes then depends on the offers. Deepening
questions come by meaning, so the walker passes over them unless a step says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import EllipsisType

Step = tuple[str, str | EllipsisType | None]


@dataclass(frozen=True)
class Conversation:
    """A conversation, and what must be kept of it at the end, literally."""

    name: str
    steps: tuple[Step, ...]
    answers: dict[str, str]
    scores: dict[str, float | None] = field(default_factory=dict)
    marks: tuple[str, ...] = ()


NIGHT_NURSE = Conversation(
    "rustig, by a night nurse: a correction, a skip, a privacy question and a break on the way",
    (
        ("rustig", "goed.lichaamsfuncties"),
        ("ik fiets elke dag naar het ziekenhuis", "score.lichaamsfuncties"),
        ("6,5", "anders.lichaamsfuncties"),
        ("overdag beter kunnen slapen", "praten.lichaamsfuncties"),
        ("ja", "goed.mentaal_welbevinden"),
        ("wie kan dit lezen?", "goed.mentaal_welbevinden"),
        ("ik blijf rustig als het druk is", "score.mentaal_welbevinden"),
        ("een zesje", "anders.mentaal_welbevinden"),
        ("overslaan", "praten.mentaal_welbevinden"),
        ("nee", "goed.zingeving"),
        ("de gesprekken met bewoners in de nacht", "score.zingeving"),
        ("8", "anders.zingeving"),
        ("niks", "praten.zingeving"),
        ("liever niet", "goed.kwaliteit_van_leven"),
        ("pauze", None),
        ("verder", "goed.kwaliteit_van_leven"),
        ("mijn tuin en de kleinkinderen", "score.kwaliteit_van_leven"),
        ("zeven en een half", "anders.kwaliteit_van_leven"),
        ("meer weekenden vrij", "praten.kwaliteit_van_leven"),
        ("nee", "goed.meedoen"),
        ("maak van lichaamsfuncties toch een 5", "goed.meedoen"),
        ("wij zijn een hecht team", "score.meedoen"),
        ("9", "anders.meedoen"),
        ("vaker mee kunnen met verjaardagen", "praten.meedoen"),
        ("nee", "goed.dagelijks_functioneren"),
        ("ik heb mijn vaste ritme in de nacht", "score.dagelijks_functioneren"),
        ("weet niet", "anders.dagelijks_functioneren"),
        ("minder achter elkaar werken", "praten.dagelijks_functioneren"),
        ("ja", "opvalt"),
        ("dat slapen overal terugkomt", "focus"),
        ("#Lichaamsfuncties", "nu"),
        ("ik slaap vijf uur na een nacht", "belangrijk"),
        ("dat ik fit ben voor mijn gezin", "willen"),
        ("zeven uur slapen na een nachtdienst", "blij"),
        ("dan ben ik niet zo kortaf thuis", "kunnen"),
        ("mijn telefoon beneden laten", "nodig"),
        ("een rooster met minder losse nachten", "nodig_van"),
        ("#Mijn leidinggevende", "doen"),
        ("ik vraag haar om drie nachten achter elkaar", "wanneer"),
        ("donderdag na de overdracht op de afdeling", "wie"),
        ("samen met Karin", "wat_inzetten"),
        ("na het invullen van mijn uren", "plan"),
        ("ja", "aanbod"),
        ("#Geen van deze", "samenvatting"),
        ("regel 2", "regel"),
        ("#Anders opschrijven", "goed.lichaamsfuncties"),
        ("ik fiets elke dag, ook als het regent", "samenvatting"),
        ("klopt", "maatje"),
        ("nee dank je", "reflectie"),
        ("rustig, en best confronterend", None),
    ),
    {
        "goed.lichaamsfuncties": "ik fiets elke dag, ook als het regent",
        "anders.lichaamsfuncties": "overdag beter kunnen slapen",
        "opvalt": "dat slapen overal terugkomt",
        "willen": "zeven uur slapen na een nachtdienst",
        "doen": "ik vraag haar om drie nachten achter elkaar",
        "wanneer": "donderdag na de overdracht op de afdeling",
        "wie": "samen met Karin",
        "wat_inzetten": "na het invullen van mijn uren",
        "reflectie": "rustig, en best confronterend",
    },
    {
        "lichaamsfuncties": 5.0,
        "mentaal_welbevinden": 6.0,
        "zingeving": 8.0,
        "kwaliteit_van_leven": 7.5,
        "meedoen": 9.0,
        "dagelijks_functioneren": None,
    },
    ("lichaamsfuncties", "dagelijks_functioneren"),
)

IN_A_HURRY = Conversation(
    "kort, by an order picker in a hurry",
    (
        ("kort", "dimensie"),
        ("meedoen", "goed.meedoen"),
        ("lachen met de maten", "score.meedoen"),
        ("7", "anders.meedoen"),
        ("meer pauzes samen", "willen"),
        ("dat we weer samen eten", "nodig"),
        ("zelfde pauze als de rest", "nodig_van"),
        ("teamleider", "doen"),
        ("ff vragen aan mn teamleider", "wanneer"),
        ("morgen bij de start", "wie"),
        ("niemand", "plan"),
        ("jep", "samenvatting"),
        ("prima", "maatje"),
        ("nee", "reflectie"),
        ("ging wel snel", None),
    ),
    {
        "goed.meedoen": "lachen met de maten",
        "anders.meedoen": "meer pauzes samen",
        "nodig_van": "teamleider",
        "doen": "ff vragen aan mn teamleider",
        "wie": "niemand",
        "reflectie": "ging wel snel",
    },
    {"meedoen": 7.0, "zingeving": None},
)

STRAIGHT_TO_THE_PLAN = Conversation(
    "plan, by a teacher who hesitates at the first step",
    (
        ("#Meteen een plan", "focus"),
        ("de balans tussen school en thuis", "nu"),
        ("ik kijk elke avond na tot tien uur", "belangrijk"),
        ("dat ik er ben voor mijn dochter", "willen"),
        ("twee avonden zonder school", "blij"),
        ("samen een boek lezen", "kunnen"),
        ("op school nakijken", "nodig"),
        ("een lokaal waar het stil is", "nodig_van"),
        ("mijn collega's", "doen"),
        ("geen idee eigenlijk", "drempel"),
        ("#Ik durf het niet goed", "doen+"),
        ("als iemand anders het ook doet", "doen"),
        ("ik vraag Mo of hij dinsdag meedoet", "wanneer"),
        ("morgen in de lerarenkamer", "wie"),
        ("Mo", "wat_inzetten"),
        ("bij de eerste koffie", "plan"),
        ("nee", "wijzig"),
        ("#Wanneer en waar", "wanneer"),
        ("maandag in de lerarenkamer", "plan"),
        ("klopt", ...),
    ),
    {
        "focus": "de balans tussen school en thuis",
        "drempel": "Ik durf het niet goed",
        "doen+": "als iemand anders het ook doet",
        "doen": "ik vraag Mo of hij dinsdag meedoet",
        "wanneer": "maandag in de lerarenkamer",
    },
)

JUMPS_ABOUT = Conversation(
    "somebody who jumps about: a dimension first, then the plan, then the whole spinnenweb after all",
    (
        ("ik wil het over zingeving hebben", "goed.zingeving"),
        ("mijn werk doet ertoe", "score.zingeving"),
        ("tussen de 7 en 8", "score.zingeving"),
        ("#7,5", "anders.zingeving"),
        ("terug", "score.zingeving"),
        ("8", "anders.zingeving"),
        ("ik wil een plan maken", "willen"),
        ("weer iets leren", "nodig"),
        ("laat mijn samenvatting zien", "nodig"),
        ("tijd", "nodig_van"),
        ("mijn baas", "doen"),
        ("ik zoek een cursus uit", "wanneer"),
        ("zaterdag thuis", "wie"),
        ("alleen", "plan"),
        ("ja", ...),
    ),
    {"goed.zingeving": "mijn werk doet ertoe", "willen": "weer iets leren", "wanneer": "zaterdag thuis"},
    {"zingeving": 8.0},
)

FLEMING = Conversation(
    "kort, by a Fleming who gives answers that look like commands",
    (
        ("efkes kort", "dimensie"),
        ("mijn lijf", "goed.lichaamsfuncties"),
        ("ik ga elke zondag wandelen met ons honden", "score.lichaamsfuncties"),
        ("een dikke zes", "anders.lichaamsfuncties"),
        ("ik wil stoppen met roken", "willen"),
        ("terug naar hoe het vroeger was", "nodig"),
        ("hulp van mijn leidinggevende", "nodig_van"),
        ("de chef", "doen"),
        ("vaker pauze nemen zonder sigaret", "wanneer"),
        ("om tien uur buiten aan de poort", "wie"),
        ("ik wil dit met mijn coach delen op de sportclub", "plan"),
        ("ja", ...),
    ),
    {
        "anders.lichaamsfuncties": "ik wil stoppen met roken",
        "willen": "terug naar hoe het vroeger was",
        "nodig": "hulp van mijn leidinggevende",
        "doen": "vaker pauze nemen zonder sigaret",
        "wie": "ik wil dit met mijn coach delen op de sportclub",
    },
    {"lichaamsfuncties": 6.0},
)

DOES_NOT_KNOW = Conversation(
    "kort, by somebody who types weet nie nearly everywhere",
    (
        ("weet nie", "route"),
        ("#Kort, één onderwerp", "dimensie"),
        ("dagelijks functioneren", "goed.dagelijks_functioneren"),
        ("weet nie", "goed.dagelijks_functioneren"),
        ("weet nie", "score.dagelijks_functioneren"),
        ("kweenie", "anders.dagelijks_functioneren"),
        ("nee", "willen"),
        ("weet nie", "willen"),
        ("rust", "nodig"),
        ("overslaan", "doen"),
        ("weet nie", "drempel"),
        ("overslaan", "doen"),
        ("overslaan", "aanbod"),
        ("nee", "samenvatting"),
        ("ok", "reflectie"),
        ("weet nie", ...),
    ),
    {"willen": "rust"},
    {"dagelijks_functioneren": None},
)

ASKS_BACK = Conversation(
    "kort, by a sceptic who asks back at every step",
    (
        ("ben je een robot?", "route"),
        ("ziet mijn baas dit?", "route"),
        ("kort dan maar", "dimensie"),
        ("wat is meedoen eigenlijk?", "dimensie"),
        ("meedoen", "goed.meedoen"),
        ("wat bedoel je daarmee?", "goed.meedoen"),
        ("de kantine is gezellig", "score.meedoen"),
        ("11", "score.meedoen"),
        ("0", "anders.meedoen"),
        ("wat zei je?", "anders.meedoen"),
        ("dat ik ook eens gevraagd word", "willen"),
        ("je snapt er niks van", "willen"),
        ("een ploeg waar ik bij hoor", "nodig"),
        ("wat voor weer wordt het morgen?", "nodig"),
        ("een andere planning", "nodig_van"),
        ("organisatie", "doen"),
        ("heb ik een burn-out?", "doen"),
        ("ik bel de planner", "wanneer"),
        ("wat weet je allemaal van mij?", "wanneer"),
        ("vrijdag in de pauze", "wie"),
        ("stop", None),
        ("verder", "wie"),
        ("mijn vrouw", "plan"),
        ("ja", ...),
    ),
    {"anders.meedoen": "dat ik ook eens gevraagd word", "doen": "ik bel de planner", "wie": "mijn vrouw"},
    {"meedoen": 0.0},
)

ALL = (NIGHT_NURSE, IN_A_HURRY, STRAIGHT_TO_THE_PLAN, JUMPS_ABOUT, FLEMING, DOES_NOT_KNOW, ASKS_BACK)
