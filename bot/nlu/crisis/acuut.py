"""The crisis gate's families for danger to life at this moment: pills taken, standing on a bridge.

Rows are read as described in `bot.nlu.crisis.patronen`.
"""

from __future__ import annotations

from bot.nlu.crisis.woorden import Familie

ACUUT: tuple[Familie, ...] = (
    # Took something: an amount, or pills without an ordinary reason.
    Familie(
        "iets ingenomen",
        "acuut",
        (
            "(te veel|heel veel|hele|hoop|alle|al|alles|strip|strips|doos|doosje|doosjes|potje|pot|handvol|"
            r"overdosis|\d\d|twintig|dertig|veertig|vijftig|honderd|voorraad) ~4 (geslikt|doorgeslikt|ingenomen|"
            "leeggemaakt|gespoten|weggespoeld)(?! ~2 (glas|bier|wijn))",
            "(te veel|heel veel|veel|heleboel|tientallen|flink wat|hele|hoop|alle|al|strip|strips|doos|doosje|"
            r"doosjes|pot|potje|handvol|\d\d|twintig|dertig|veertig|vijftig|tien|vijftien|zestig) ~2 <pillen> ~4 "
            "(genomen|gepakt|gegeten|opgegeten|op|gehad|weggespoeld|weggewerkt|naar binnen)(?! te)",
            "strip ~2 (genomen|gepakt|opgegeten)",
            "<pillen> (veel |gewoon |allemaal |net |nu )*(geslikt|doorgeslikt|ingenomen|gepakt|gegeten|opgegeten|"
            "leeggemaakt)",
            r"<pillen> (en (drank|wodka|wijn) )?op(?= $| \.| en| ik| help| nu| met)",
            r"(pillen|slaappillen|tabletten|medicijnen|oxazepam|temazepam|valium) genomen(?= $| \.| en| help| nu)",
            r"alles op ~6 (medicijn\w*|pillen)",
            r"\d ~1 <pillen> naar binnen",
            "(alle|te veel|al) <pillen> ~5 (genomen|opgegeten|geslikt)",
            r"(chloor|bleek|antivries|ontstopper|terpentine|gif|vergif|rattengif|giftig\w*) ~3 (gedronken|ingenomen|"
            "geslikt)",
            "gedronken ~3 giftig",
            "(insuline|morfine|heroine) ~2 gespoten (expres|om)",
            "overdosis ~1 (genomen|gehad|geslikt|op)",
            "(?<!ik )(?<!je )(?<!we )(?<!en )(bel|stuur) (nu |even |snel |alsjeblieft |aub )*(een |de )?(112|"
            "ambulance|ziekenwagen)",
            "(pot|potje|doos|doosje|strip|strips) (met )?<pillen> (leeggegeten|leeg gegeten|leeg)",
        ),
        niet_na=(
            r"(koffie|lunch|broodjes|client\w*|bewoner\w*|patient\w*|gestopt|uitgedeeld|neem soms|mag ik|mag je|"
            r"rijden met) (\w+ ){0,6}$"
        ),
        niet_voor=(
            "^(tegen|voor mijn|voor de|van de huisarts|met water|door mijn reuma|(dag|dagen|werk|diensten)( |$))|"
            "voorgeschreven|hoofdpijn|opgeborgen|medicijnronde"
        ),
    ),
    # Standing at the edge, about to jump, walking into the water.
    Familie(
        "op de rand",
        "acuut",
        (
            "(sta|staat|zit|hang|sto) (ik |nu |hier |al |weer |net |boven |buiten |helemaal |alleen )*(boven )?op "
            r"(de|een|het|mijn) (\w+ )?(brug|dak|reling|rails|spoor|vensterbank|viaduct|parkeergarage|flat)",
            "(op|aan) de rand van (het|de|een|mijn|ons) (balkon|dak|brug|perron|gebouw|flat|raam|viaduct|toren|rails)",
            "(sta|zit|lig) (ik |nu |hier |weer )*(bij|langs|aan|naast) (het|de) (spoor|rails)",
            "loop ~1 (nu|zo) ~1 (naar|op|langs) (het|de) (spoor|rails|brug)",
            "(loop|ga) ~1 (nu|zo) (het|de) <water> in",
            "(<hoogte>|perron) ~6 (wil|ga|gaat|en ik|zo|nu) ~2 (spring|springen|springt)",
            "stap naar voren ~4 (perron|trein)",
            "(op het punt|klaar) ~3 springen",
            "ik ga (nu|zo) voor (de|een) <trein>$",
            "(ga|ik|we) (ik )?(nu |zo |straks |er |gewoon |echt )+(spring|springen|vanaf springen|af springen)",
            "(ga ik|ik ga) springen",
            "perron ~6 (volgende trein|springen)",
            "bij het <water> ~6 er ~2 in (rijden|springen|lopen)",
            "(lig|loop) (ik |nu |hier |weer )*op (de|het) (rails|spoor)",
            "(sta|lig) (ik |nu |hier )*voor de trein",
            "dan spring ik",
            "(ga|spring|klim) (ik )?(er ?over ?heen|over de reling)",
        ),
        niet_na=r"(werk|werkt|dienst|elke dag|de hele dag|dakdekker|brugwachter|file|vis|klant\w*) (\w+ ){0,3}$",
        niet_voor=(
            r"^(\w+ ){0,4}(wachten|zonnepanelen|pannen|file|klus|werken|met collega\w*|met de hond|gaat open|"
            r"touwtje|zwem\w*|kijken|boten|trampoline|baanwerker|inspecteur)|^(voor mijn werk|van de kast|als "
            r"(een )?(\w+ )?(bhv|dak|baan|brug)\w*)"
        ),
    ),
    # Bleeding, hanging, gas, a weapon to oneself.
    Familie(
        "bezig",
        "acuut",
        (
            "(pols|polsen|ader|aders) ~3 (doorgesneden|door gesneden|opengesneden|open gesneden|doorgeknipt)",
            "(arm|armen|been|buik) ~1 (opengesneden|open gesneden|opengehaald expres)",
            "in (mijn|me) (pols|polsen) (gesneden|gestoken)",
            "gesneden in (mijn|me) (pols|polsen)",
            "(stopt|stoppen|houdt) niet ~2 bloeden",
            r"bloed\w* ~6 (stopt niet|houdt niet op)",
            r"gesneden ~4 bloed\w*",
            "(touw|riem|strop|snoer|sjaal) (al )?(om|rond) (mijn|me) ~1 (nek|hals)",
            "strop (al |nu )?om",
            "me ~2 verhangen maar",
            "polsen ~1 bloeden",
            "<mezelf> ~1 (gestoken|neergestoken)",
            "geprobeerd (zich|zichzelf) ~1 (op te hangen|te verhangen|te doden|van kant)",
            "heb ~2 gas (open|opengezet|opengedraaid|open gezet|aangezet)",
            "gaskraan ~2 open",
            r"(naast|met) een leeg \w*(pillen|doosje|potje)\w*",
            "bewusteloos",
            "ademt niet",
            "(opgesloten|schuur|garage|zolder) ~3 met een touw",
            "(pistool|wapen|geweer|mes) (in (mijn|me) (hand|mond)|(tegen|op) (mijn|me) (hoofd|pols|polsen|keel|"
            "borst|hart|slaap))(?! ~9 werk)",
            "garage ~6 motor ~2 aan",
            "motor ~2 aan ~8 (garage|slang|deur dicht)",
            "slang ~4 uitlaat",
            "uitlaat ~4 slang",
            r"bad met een (mes|scheermes\w*)",
            r"scheermes\w* ~6 begonnen",
            "(leest|uur|minuten) ben ik (er niet meer|dood|weg)",
            "(touw|riem|strop) (zit|hangt|ligt) om (mijn|me) (nek|hals)",
        ),
        niet_na=r"(client\w*|bewoner\w*|patient\w*|bhv|ehbo|training) (\w+ ){0,6}$",
        niet_voor="bloedneus|bloeddonor|tandvlees|slager|keuken|^aan |naald",
    ),
    # "ik ga er vanavond een eind aan maken": decided and close.
    Familie(
        "vanavond",
        "acuut",
        (
            "(ga|maak|zal|wil) (ik )?(het |er |me |mezelf )*<nu> ~5 (<een> <einde> aan|<zelfmoord>|doden|dood|"
            "ophangen|verhangen|(iets|wat) aandoen|verdrinken|van het leven)",
            "<nu> (ga|maak|doe|pleeg) ik ~3 (<een> <einde> aan|<zelfmoord>|dood|het doen ~3 alles|mezelf)",
            "nu ga ik dood",
            "(<een> <einde> aan maken|zelfmoord plegen|mezelf doden|mezelf ophangen|doodgaan) (nu|vanavond|vannacht|"
            "straks)",
            "(doe|ga) het (nu |vannacht |vanavond )+vaarwel",
            "doe het vannacht",
            "vannacht doe ik het",
        ),
        niet_voor=r"^(maken )?(aan |met |om |voor )?(dit |dat |die |deze |het |de )?(\w+ )?<ding>",
    ),
)
