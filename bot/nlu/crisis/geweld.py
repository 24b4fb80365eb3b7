"""The crisis gate's families for violence at home and danger from another person.

Rows are read as described in `bot.nlu.crisis.patronen`. Violence by clients, pupils or colleagues is no crisis here but
undesired behaviour at work, which has an intent of its own; therefore `<opwerk>` undoes a match.
"""

from __future__ import annotations

from bot.nlu.crisis.woorden import Familie

GEWELD: tuple[Familie, ...] = (
    # "hij slaat me", "mijn dochter wordt geslagen", "ik krijg klappen".
    Familie(
        "geslagen",
        "geweld",
        (
            r"<dader> !6 <slaat> (soms |weer |vaak |elke dag |dan |ook |nog |altijd |regelmatig |en \w+ )*<ons>",
            "<dader> slaan <ons>",
            r"(en|dan|weer|soms|ook) <slaat> (\w+ )?<ons>",
            "(heeft|had) (hij|ze|zij|mijn <naaste>) (mij|me|ons) ~4 <geslagen>",
            r"(slaat|schopt|mept|trapt|stompt) (hij|ze|zij)(?= \.| $| als| weer| me| mij| ons)",
            "<dader> ~1 (mij|me) slaan",
            "(mij|me|ons|de kinderen) (ook )?(slaat|mishandelt|schopt)",
            "<slaat> ~3 mij ook",
            r"en slaat(?= $| \.| ik)",
            "(drinkt|dronken|boos|thuis|kwaad|driftig|agressief) (en )?(dan )?slaat( hij| ze| zij|$)?",
            r"(hij|ze|zij) slaat(?= \.|$| ook| soms| weer| vaak| als| altijd)",
            "slaat (hij|ze|zij) (weer|mij|me|ons|altijd)",
            r"(hij|ze|zij|<naaste>) sloeg (\w+ )?<ons> (\w+ )?(gisteren|gisteravond|vannacht|vanmorgen|vanochtend|"
            "vorige|laatst|net|weer|vandaag|zo hard)",
            "(ik|we|kinderen) (word|worden|werd|ben) (?!vroeger|als kind)~5 (in elkaar geslagen|<geslagen>)",
            "<dader> (heeft|heb|had) ~3 <ons> ~4 <geslagen>",
            "(<mijn>|onze|haar) <naaste> (wordt|word|worden|is) ~6 <geslagen>",
            "<dader> (heeft|heb|had) ~2 (mij|me) ~3 (in elkaar|bont en blauw)",
            "(krijg|kreeg) (ik |we )?(weer |weleens |soms |thuis |altijd |dan |een |vaak )*(klap|klappen|slaag|mep|"
            r"meppen|rammel)(?= \.|$| van (mijn|hem|me)| als| thuis| en)",
            "thuis ~2 (klappen|slaag)",
            "(klap|mep|stomp|mot|kopstoot|schop|lel|oorvijg) gegeven",
            r"ik (sla|schop|mep) (soms |weer )?(mijn|me|onze) (\w+ )?<naaste>",
            r"ik (heb|had) ~1 (mijn|me|onze) (\w+ )?<naaste> ~3 (<geslagen>|geschud)",
            "(baby|kind|kindje) ~4 geschud",
            r"<naaste> (slaat|mishandelt) (zijn|haar) \w+",
            "(hij|ze|zij|<naaste>) (mij|me|ons) (weer |soms |dan )*"
            "(bedreigt|slaat|mishandelt|schopt|stalkt|verkracht|wurgt)",
        ),
        niet_na=r"^ ?(we zijn|ik voel me) $|<opwerk> (\w+ ){0,8}$|vroeger (\w+ ){0,2}$",
        niet_voor=(
            r"<opwerk>|dementie|autisme|voetbal\w*|judo|boksen|schaken|peuter\w*|kleuter\w*|twee$|leeftijd|^(op "
            r"de maag|niet$|met deuren|met die cao|door (de|het|een)? ?(concurren|werk|regel)\w*|vroeger|als kind|"
            "een (balletje|toon|deuk|slag))"
        ),
    ),
    # Other violence: the throat, the hair, the stairs, forced sex, bruises, aggression at home.
    Familie(
        "ander lichamelijk geweld",
        "geweld",
        (
            "(bij|aan|om) (mijn|me) keel",
            "bij de keel (gegrepen|gepakt|greep|pakte)",
            "(kneep|knijpt|drukt|drukte) ~2 keel",
            "keel (dichtgeknepen|dicht)",
            r"aan (mijn|me) (haren|haar) (\w+ )?(naar|door|over|de|van|trok|sleurt|getrokken)",
            "(trekt|trok|sleurt|sleurde) ~2 aan (mijn|me) haren",
            "aan mijn haren",
            r"(duwt|duwde|gooit|gooide|trapte|schopte|sloeg|smijt|smeet) <ons> (\w+ )?(van de trap|tegen de|door de|"
            "op de grond|de trap)",
            r"<ons> ~2 (van de trap|tegen de \w+|op de grond) (geduwd|gegooid|gesmeten|getrapt|gesleurd)",
            "(<mijn> <naaste>|hij) (is|word|wordt|werd) (weer |vaak |soms |erg |heel |steeds |zo )*(agressief|"
            "gewelddadig|handtastelijk)",
            "(slachtoffer van|te maken met|last van|sprake van|thuis|mijn) (huiselijk|eergerelateerd|partner) ?geweld",
            r"<naaste> heeft losse hand\w+",
            "(krijg|krijgen) (ik |we )?er ?van langs",
            "(hij|ze|zij|<naaste>) ~2 (begint|begon|gaat|ging) (weer )?te (slaan|schoppen)",
            r"schoppen tegen (de|mijn) \w*deur",
            "<dader> heeft (mijn|me) (arm|kaak|neus|rib|ribben|pols|been|hand|vinger|tand) (gebroken|uitgeslagen)",
            "kussen op mijn (gezicht|hoofd)",
            "naar (mijn|me) (hoofd|kop) gegooid",
            "komt ~3 (in|bij) mijn bed",
            r"(stiefvader|vader|opa|oom|broer|neef|stiefbroer) (zit|komt|raakt) ((mij|me) )?(\w+ )?aan( mij| "
            "me)?(?! te)",
            "(dwingt|dwing|gedwongen) ~4 (seks|sex|vrijen|naar bed|dingen ~4 niet wil)",
            "(wil|wilt) seks ~8 nee",
            "dingen in bed die ik niet",
            r"blauwe? (plek\w*|oog) (\w+ ){0,5}?van (mijn|me) <naaste>",
            r"blauwe? (plek\w*|oog) ~8 was (het )?mijn <naaste>",
        ),
        niet_na=r"<opwerk> (\w+ ){0,8}$",
        niet_voor=r"<opwerk>|voetbal\w*|sport\w*",
    ),
    # Threatened, stalked, followed; somebody may be killed.
    Familie(
        "bedreigd",
        "geweld",
        (
            "<dader> !3 (bedreigt|stalkt|achtervolgt) ~1 <ons>",
            "ik word !5 (bedreigd|gestalkt|achtervolgd)(?! door (pech|de|het|mails|deadlines|rekeningen))",
            "<dader> ~1 volgt (mij|me)( overal)?",
            "iemand (achtervolgt|volgt|bedreigt) (mij|me)",
            "(<dader>|ik word) !4 (dreigt|dreigde|gedreigd|bedreigd) ~9 (<vermoorden>|aan te doen|steken|kinderen|"
            "iets|mes)",
            "(hij|ze|zij|<naaste>) (vermoordt|vermoord) (mij|me|ons)(?! als ik ~2 te laat)",
            "(dreigt|dreigde|dreigen|gedreigd) ~3 (te )?<vermoorden>",
            r"iemand ~6 (mij|me|ons) (iets|wat) (wil |gaat |zal )?(aandoe\w*|aan wil doen)",
            "jij bent de volgende",
            "<dader> ~6 (zegt|zei|wil|willen|gaat|zal|dreigt|gezegd|zweert|schreeuwen|schreeuwt|roept) !6 <vermoorden>",
            "bang dat (hij|ze|zij|<mijn> <naaste>) ~2 <ons> ~3 (<vermoorden>|iets|wat|slaat)",
            "(hij|ze|zij|ex|man|vriend|broer|broers|vader|familie) ~5 <ons> (of de kinderen |en de kinderen "
            ")?(iets|wat) (aan|aandoe|aandoen|aandoet)",
            r"ik !3 (mijn \w+|haar|hem|de baby|de kinderen|ons kind|iemand) (nog )?(iets|wat) (aandoe|aandoen|aan "
            "doe|ga aandoen|aan ga doen)",
            "(ex|exman|exvriend|hij) ~14 (bonst|staat (elke|iedere|weer|vannacht|nu) ~2 (voor|aan|bij) (mijn|de|"
            r"ons) deur|spijt van krijg\w*|weet te vinden|op te wachten|wacht (me|mij|ons) op)",
            "eerwraak",
            "eer van (de|mijn|onze) familie",
            "uitgehuwelijkt",
            "uithuwelijken",
            "verkopen aan",
            "trouwen met iemand die ik niet",
            "(dwingen|gedwongen) ~3 (te )?trouwen",
            "(kan|zal|mag) ~2 (haar|me|mij) niet (krijgen|hebben) (krijgt )?(niemand|geen ander)",
        ),
        niet_na=r"<opwerk> (\w+ ){0,6}$|^ ?(mijn )?<collega>",
        niet_voor="<opwerk>|te laat|positie|mijn baan|netjes|grapje",
    ),
    # Locked in, fled, not safe at home, an intruder, a weapon.
    Familie(
        "niet veilig",
        "geweld",
        (
            r"(hij|ze|zij|man|vriend|ex) (\w+ )?(sluit|sluiten) ~1 (mij|me|ons) ~2 op",
            r"(houdt|houd) (mij|me|ons) (\w+ )?(vast in|gevangen|opgesloten|binnen)",
            "(hij|man|vriend|vader|ex) ~14 (ik|we|kinderen) ~6 (opgesloten|op slot|verstopt|verschuil)",
            "verstopt ~6 (hij|ze|zoekt)",
            "laat (me|mij|ons) niet (naar buiten|weg|gaan)",
            "hij ~9 zit opgesloten",
            "mag (ik )?van (mijn man|hem|mijn vriend|mijn vader) ~5 (deur|huis) niet (uit|weg)",
            "mag (ik )?(niet weg|het huis niet uit) van (hem|mijn man)",
            "(<dader>|iemand|man) ~4 (heeft|met|pakt|pakte|zwaait|zwaaide|trok|loopt) ~3 <wapen>",
            "<wapen> op (mij|me|ons) gericht",
            "gooit ~3 (messen|mes|glazen|borden|servies|spullen) ~1 naar (me|mij|mijn|ons)",
            "leven niet (meer )?zeker",
            "gevangen gehouden",
            "er staat (nu )?(iemand|een man|een vent) met (een )?<wapen>",
            "(op|tegen) (mijn|de) deur ~1 (gebonsd|bonzen|bonkt|bonst)",
            "(thuis|huis) ~4 (niet|nergens) ~2 veilig",
            "niet ~2 veilig (thuis|in huis|in mijn eigen huis|bij (mijn man|hem))",
            "onveilig thuis",
            "thuis onveilig",
            "(bang|angst) voor (mijn|me) (eigen )?<naaste>",
            r"durf (\w+ )?(echt |eigenlijk )?niet (meer )?naar huis",
            "bang om naar huis",
            "(gevlucht|vluchten|vlucht|gevlogen) (voor|van) (mijn <naaste>|hem)",
            "(verstoppen|verstop|ondergedoken) voor (mijn <naaste>|hem)",
            r"(ik hoor|er wordt|nu) ~2 (ingebroken|inbreker\w*)",
            "iemand in (mijn|ons) huis(?! om)",
            "(deur|raam) ~1 (in|open) te (trappen|breken|rammen)",
            "deur (in ?getrapt|ingebeukt|ingeslagen)",
            "(hij|ex|man) ~4 (huis|auto|woning) ~1 in (de )?brand",
            "hij is binnen",
            "(?<!ik )(?<!we )bel (nu |snel )*(de )?politie",
            "vechten met (een )?mes",
            r"hij komt er ?aan ~3 sla\w*",
            "hoor (ze|haar|hem|kinderen|de kinderen) gillen",
            r"(thuis|huis|door mijn \w+) vastgehouden",
            "(hij|ze|zij|<naaste>) ~8 (me|mij|ons) (opgesloten|ingesloten|vastgezet)",
        ),
        niet_na=r"(<opwerk>|lift|hobby) (\w+ ){0,6}$|^ ?(mijn )?<collega>",
        niet_voor=(
            "^te (bellen|komen|fietsen|lopen|gaan als het werk)|<opwerk>|gekocht|gekregen|geslepen|nodig|cadeau|"
            "schilder|monteur|loodgieter|hond|af is|file|gladheid|sneeuw|storm|escape|rooster|kantoor|verdwaald"
        ),
    ),
)
