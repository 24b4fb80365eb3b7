"""The crisis gate's families for suicide that is hinted at: no way out, being a burden, ways to do it, farewells.

Rows are read as described in `bot.nlu.crisis.patronen`. Much of this is also said about work, so
here stand the most exceptions.
"""

from __future__ import annotations

from bot.nlu.crisis.woorden import Familie

VERHULD: tuple[Familie, ...] = (
    # Sleeping for good: "ik hoop dat ik niet meer wakker word", "eeuwige rust".
    Familie(
        "niet meer wakker worden",
        "zelfdoding",
        (
            "(werd|word) (ik )?(morgen |morgenochtend |nooit |liever )*niet( meer)? wakker",
            "(niet|nooit) (meer )*wakker (te |hoef te |hoeven |zou |zal |was |ge)*(word|worden|wordt|geworden)",
            "(morgen|nooit) (maar |gewoon )*(niet|nooit|meer) (meer )?(wakker|opsta|opstaan)(?! om)",
            "niet meer opstaan nooit",
            "(inslapen|in slaap vallen|slapen) ~4 (niet|nooit) meer ~2 (wakker|opstaan|opsta)",
            "(voor altijd|voorgoed|eeuwig) (kunnen |mogen |willen )?(slapen|rusten|weg|rust|stil|verdwijnen|verdwenen)",
            "eeuwige (rust|slaap)",
            "(rust|slapen|weg|verdwijnen) ~1 (voorgoed|voor altijd|voor eeuwig)",
            r"wil (gewoon |alleen maar |het liefst |echt |het liefste )*verdwijnen(?= \.|$| en| zonder dat)",
            "verdwijnen ~3 (nooit|voorgoed|niet meer)",
            "er (van af|vanaf) (zijn|wezen) voorgoed",
            "(mij|me) (nooit|niet) meer (terugzien|terugzie|terug zie)",
        ),
        niet_voor=(
            "^((van|door) (de|het|een|mijn|die) (?!werk|pijn|verdriet|gedachten|stress|zorgen|depressie|"
            r"leven)\w+|om |met (hoofdpijn|een kater)|liggen|voor \w+ uur|uit (het|dat|dit) team|naar huis)"
        ),
    ),
    # Stepping out: "ik wil eruit stappen", not out of a project, a job or a train.
    Familie(
        "eruit stappen",
        "zelfdoding",
        (
            "(uit|van) (het|dit|mijn|me|mij) leven ~1 (te )?(stappen|stap)",
            "stap ~2 uit (het|dit|mijn) leven",
            "er ~2 uit (te |wil |kunt |kan |ga |zou |willen |kunnen |moet )*(stappen|stap)",
            "stap er (zelf |gewoon )*uit",
            r"stap ik er (\w+ )?uit(?= \.| $)",
            "kan niet meer ~3 wil er uit",
        ),
        niet_na=(
            "(regeling|project|relatie|bestuur|trein|bus|auto|contract|baan|bedrijf|meldkamer|mensen|collega|"
            r"<client>) (\w+ ){0,4}$"
        ),
        niet_voor=(
            "^(uit (?!het leven)|bij |met een |voor mijn pensioen|zodra ik iets anders|op (het station|de "
            "volgende))|^(?!door|vanwege|sinds|na )(de |het |mijn |dit |dat )?<ding>"
        ),
    ),
    # No way out, no sense in going on.
    Familie(
        "geen uitweg",
        "zelfdoding",
        (
            "geen (enkele |andere |ander )?uitweg( meer)?",
            "(ik|hij|ze|zij|vader|moeder|man|vrouw|zoon|dochter) (zie|ziet) (het )(allemaal |echt |gewoon |zelf |"
            "helemaal |leven |eerlijk gezegd )*niet meer zitten",
            "^(zie|zie ik) (het )(allemaal |echt |gewoon )*niet meer zitten",
            "(?<!dat )(?<!dit )(?<!die )(hoeft|hoef) (het )?(voor|van) mij "
            "(het |dit |alles |allemaal |echt |gewoon |zo )*niet (meer|langer)",
            "(voor|van) mij hoeft (het |dit |alles )(allemaal |echt |gewoon |zo )*niet (meer|langer)",
            "voor mij ~2 niet meer ~1 hoeft",
            "(mag|mocht) (het )?(voor|van) mij (nu |wel |het )*(gedaan|afgelopen|voorbij|over|op) zijn",
            "(niks|niemand) ~3 (mij|me) (nog )?hier houdt",
            "wil niet verder (met leven|leven)",
            "geen reden ~3 verder",
            r"allemaal geen zin meer(?= \.| $| en| ik| want)",
            "(kan|trek|verdraag) (de|deze|die) pijn ~2 niet (meer|langer)( aan| verdragen)?(?! in)",
            "<naaste> ~6 voor (hem|haar) ~1 niet meer ~1 hoeft",
            "wil dat (alles|het allemaal|het|de pijn) (nu |gewoon )*(stopt|ophoudt) ~1 (alles|voorgoed|ook ik|"
            "desnoods)",
            "wil dat alles (stopt|ophoudt)",
            "(het|leven) (allemaal )?niet meer (zie|ziet) zitten",
            "niet meer verder ~3 klaar",
        ),
        niet_na=r"(dit|dat|die|deze) (\w+ )?$|<ding> (\w+ )?$",
        niet_voor=(
            r"^(zon |zo \w+|(uit|naar) |in (?!(het|mijn|dit) leven)|voor (?!mij|mezelf|me )|bij |op (?!deze|de wereld)|"
            "om |met (?!mezelf|mijn leven|die pijn|de pijn)|hier (op|bij|in) |dan (?!de dood|dood))"
        ),
    ),
    # Being a burden: "ze zijn beter af zonder mij", "niemand zou me missen".
    Familie(
        "tot last",
        "zelfdoding",
        (
            "(beter|fijner|gelukkiger|makkelijker) (af |kunnen |kan |zijn |geweest |leven )*zonder (mij|me)(?!de|"
            r"ts)(?= \.|$| dat| en| want| hier)",
            r"(kan|kunnen|af) (\w+ )?beter zonder (mij|me)",
            r"beter af (\w+ )?zonder (mij|me)",
            "zonder (mij|me) (is |zijn |hebben |zou |zouden |het |ze |zal |allemaal |alles |echt )*~2 (beter|"
            "makkelijker|gelukkiger|fijner|rustiger)",
            "niemand (zou|zal|gaat|die|mist) ~4 (mij|me) ~2 (missen|mist|mis)",
            "niemand ~4 (mij|me) (zou|zal|gaat) missen",
            "niemand mist (mij|me)(?! als)",
            "(ben|voel me|iedereen|hun|ze|jullie|hen|familie|gezin|kinderen) !3 tot last",
            "ben ~4 last voor (iedereen|mijn|hun|jullie|anderen|de (mensen|kinderen))",
            "(zullen|gaan) (me|mij|je) (nog )?(wel )?missen",
            "(geen|niemand) ~2 last (meer )?van mij",
            "(niet langer|niemand) (meer )?in de weg (zal |te )?(staan|zitten|sta|zit)",
            "niemand (meer )?tot last",
            "blok aan (het|hun|zijn|haar) been (van|voor)",
            "(redden|redt|red) (zich|het) (wel |best )?zonder (mij|me)",
            "(beter|opgelucht|blij|rust|makkelijker|erg|fijner|liever|missen|huilen|geven|merken) ~6 (als|dat|"
            "wanneer) ik (er )?(zelf |morgen |straks |echt |gewoon )*(niet meer|dood|weg|verdwenen)( zou| "
            r"voorgoed)?(?: (was|ben|zijn|zou zijn|zou|bestond)|$| \.)",
            "(beter|opgelucht|blij|rust|makkelijker|fijner|liever) ~6 (als|dat|wanneer) ik er (gewoon |echt )*niet "
            "(was|zou zijn|bestond)",
            "als ik er niet (meer )?(ben|was) ~3 (rust|beter|makkelijker|vrij|opgelucht|blij)",
            r"meer aan (mijn|me|mij|de) (\w+ )?(levensverzekering|verzekering|uitkering)",
            "(prima|niet erg|fijn|geen ramp) ~4 (als ik|om) ~3 (onder|niet meer wakker)",
            "wie ~2 (mij|me) ~1 missen",
            "wie mist (mij|me)",
            "beter ~4 als ik (verdwijn|wegga|wegblijf voorgoed)",
        ),
        niet_na=r"(team|afdeling|winkel|bedrijf|collega\w*|klas|kantoor|bestuur|overleg|organisatie) (\w+ ){0,4}$",
        niet_voor=(
            "^((op|in|bij) (de|die|het|dat|mijn|onze|kantoor)|(zijn )?met mijn|als (ik )?(een|met|thuis|vrij|op|wegga|"
            "coordinator)|een (dag|week|avond)|op het werk)"
        ),
    ),
    # Ways: trains, heights, water, trees, ropes, saving up pills. Only as a wish, a thought or a plan, not as an
    # accident.
    Familie(
        "manieren",
        "zelfdoding",
        (
            "(uren|vaak|lang) (bij|op|langs) (het|de) (spoor|spoorwegovergang|overweg|brug|viaduct)",
            r"voor (de|een|die) (\w+ )?<trein> ~2 (springen|spring|gooien|gooi|liggen|lopen|stappen|werpen|gooit|"
            "springt)",
            "(spring|springen|gooi|gooien|stap|werpen|loop) ~2 voor (de|een|die) <trein>(?! van)",
            "(hoop|hopelijk|wil|zou|liever|wens|erg) ~6 (onder|door) (een|de) <trein>",
            "(hoop|wou|wens) ~3 niet meer (thuiskom|terugkom|terugkwam|thuiskwam)",
            "(hoop|wens|bid|wou|hopelijk) !5 (ongeluk|kanker|hartaanval|uit de bocht|geschept|neerstort|"
            "neerstorten|aangereden|overreden|omkom|verongeluk)",
            "(denk|gedachte|dacht|wil|zin|neiging|drang|overweeg|fantaseer|zou|over|gewoon) ~9 tegen (een|die|de) "
            r"(\w+ )?<boom> ~2 (rijden|rij|knallen|sturen|aan|aanrijden|klappen|te)",
            "als ik (nu |dan )?(het|mijn|aan het) stuur ~2 (om|omgooi|omtrek|los|loslaat|geef|draai)",
            r"stuur ~2 omgooi\w*",
            "gooi (ik )?(het|mijn) stuur om",
            "keer sturen ~4 (voorbij|klaar|over)",
            r"(van|vanaf) (het|de|een|mijn|die|dat) (\w+ )?<hoogte> (af )?(te )?(springen|spring|vallen|afspringen)",
            r"spring ~2 (van|vanaf) (het|de|een|mijn) (\w+ )?<hoogte>",
            "uit het raam (te )?(springen|spring)",
            "(drang|neiging|stem|stemmen|verleiding|zeggen|denk ik|laf|bijna|durf) ~5 (te )?(springen|spring|"
            "gesprongen)",
            "nu springen ~3 klaar",
            "<water> in (te )?(rijden|rijd|rij|sturen)",
            "in (het|een|de) <water> (te )?(rijden|sturen|verdwijnen)",
            "(touw|strop) ~2 (al )?(klaar|gekocht|opgehangen|gehaald)",
            "kogel door (mijn|me) (kop|hoofd)",
            "(stond|stonden|zat|lag) ~4 (op|bij|langs|aan) (het|de|een) (spoor|rails|brug|dak|rand|viaduct|perron|"
            "galerij|balkon) ~9 (springen|sprong|gesprongen|durfde|naar beneden)",
            "inhouden ~2 niet ~6 (springen|staan|rijden|sturen)",
            "(op|boven) (de|het|een) (viaduct|brug|perron) (gestaan|gezeten) ~4 (beneden|springen|trein)",
            "<pillen> ~3 (opgespaard|gespaard|bewaard|verzameld|sparen|opsparen|verzamelen|klaarliggen|klaar liggen)",
            "(spaar|verzamel) ~4 <pillen>",
            "<pillen> (liggen|staan) ~1 klaar",
            "<pillen> ~7 om in te nemen",
            "hoeveel ~3 <pillen> ~4 (nodig|dodelijk|dood|genoeg|sterven)",
            "genoeg <pillen> ~2 (om|in huis)",
            "dodelijke? dosis",
            "<pillen> ~3 dodelijk",
            "(strip|pot|doos|doosje|berg|hand|handvol) (met |vol |vol met )?<pillen> (hier )?(voor (me|mij|mijn "
            "neus)|naast me|in mijn hand|klaar)",
            r"geprobeerd (met|door) (<pillen>|te \w+en)",
            "<pillen> in huis",
            "(wil|hoop|wou|bid) ~3 (mijn|me) hart ~2 (er mee )?(stopt|stopte|ophoudt|ophield|stilstaat)",
            "als (mijn|me) hart ~2 (stopte|ophield)",
            "mes in (mijn|me) hand",
            "mes (al|ligt) ~1 (klaar|naast)",
            "heb het mes",
            "pijnloos ~5 (uit|dood|einde|gaan|doen|sterven)",
            "(spoor|trein|treinen|perron) ~6 er ?voor springen",
            r"(dacht|denk) ik ~1 (spring|een stap(?= $| \.))",
            "<pillen> (voor|naast) (me|mij)",
            "(ze|die|alles) allemaal (neem|slik|inneem|in zou nemen)",
        ),
        niet_na=(
            r"(machinist|aanrijding|slager|kok|keuken|werk als|client\w*|bewoner\w*|net op tijd|geteld) (\w+ ){0,6}$"
        ),
        niet_voor=(
            r"^(van (acht|zeven|half)|halen|naar)|slager|vis|vlees|kaas|groente\w*|huisapotheek|zwembad|opgeborgen"
        ),
    ),
    # Saying goodbye, having tried before, being fetched.
    Familie(
        "afscheid",
        "zelfdoding",
        (
            "wil ~3 (bij|naar) rouw",
            r"afscheidsbrie\w*",
            "(brief|brieven) (al |nu )?(geschreven|klaar) ~4 afscheid",
            "afscheid genomen van (mijn|me|iedereen|het leven)",
            "iedereen ~4 afscheid genomen",
            "(brief|brieven) ~4 waarin ik afscheid",
            "(genoeg|besloten|besluit) ~4 (brief|brieven) (ligt|liggen)",
            "vaarwel ~2 (allemaal|jullie|zorg|wereld|iedereen|sorry|lieve|mijn)",
            "(sorry|spijt me|vergeef me) (voor|van) alles",
            "vaarwel$",
            "(dit|het) (is|wordt|zijn) mijn (allerlaatste|laatste) (bericht|avond|dag op aarde|nacht(?!dienst)|"
            "woorden|brief)",
            "(ik|heb|deed) ~6 (zelfmoord)?poging (gedaan|ondernomen|achter de rug)(?! om)",
            "opgenomen na (een|mijn) poging",
            "(fantaseer|droom|denk|dagdroom) ~4 (mijn|me) (eigen )?(begrafenis|uitvaart|crematie)",
            "(god|heer|jezus|allah) (mij|me) ~2 (halen|ophalen|haalt|wegneemt|meeneemt)",
            "(wil|wou|mag) ~8 (daarboven|hierboven|naar de hemel)",
            "(naar|bij) ~5 in de hemel",
            "(wil|ga) ~2 <naaste> achterna",
            "rouw ~9 (ik|wil) ~5 (zelf|ook|hetzelfde|achterna|achter (hem|haar) aan|naar (hem|haar) toe|mee)",
            "(wil|denk) ~4 (achter (hem|haar) aan|(hem|haar) achterna)",
            "denk er ~3 zelf ~1 (aan|over)",
            "nu ben ik het zelf",
            "zodat ze (mij|me) niet vinden",
            "zonder dat ~3 (mij|me) vinden",
            "(uitgezocht|bedacht|gepland|weet al) ~1 hoe ik het (ga|kan|wil|zou|moet)? ?doen",
            "laatste dag op aarde",
            "(vertel|zeg) (tegen |aan )?(mijn|me) ~2 dat ik van (ze|hem|haar|hen) (hou|hield)",
            "zeg ~4 dat het niet (zijn|haar|hun) schuld is",
            "(vorige|eerdere|mislukte) poging(?! (om|tot|van))",
            "poging (is |was )?mislukt(?! om)",
            "(wou|had|hadden|waarom) ~4 (me|mij) (niet|laten) ~1 (gered|liggen)",
            r"(bij|naar) mijn overleden \w+ (zijn|toe)",
            "(geef|deel) mijn spullen ~1 weg",
            "god ~4 (naar huis mag|halen)",
            "god om (mij|me) ~2 nemen",
            "levend niet (tenminste|meer)",
            "(knuffel|zeg|zorg) ~4 (kinderen|kids|hond|kat|vrouw|man|moeder) ~6 (kom niet meer terug|voor altijd)",
            "(moet|wil|ga|heb|zal) (ik )?(nu |met |misschien |even |weer )*113",
            "denk ~4 hoe ik het ga doen",
            "hoe ik het ga doen en wanneer",
            r"afscheidsbericht\w*",
            "mijn (eigen )?begrafenis",
            "als (morgen|vandaag|dit) mijn laatste dag was",
            "wil ~3 (bij|naar) <mijn> rouw",
        ),
        niet_na=r"(pensioen|bewoner\w*|client\w*|patient\w*|vrijwilliger|training) (\w+ ){0,6}$",
        niet_voor=r"^(\w+ ){0,4}(pensioen|collega|collegas|team|baan|werk|bewoner\w*|client\w*|klas)",
    ),
)
