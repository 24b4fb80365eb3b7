"""Families."""

from __future__ import annotations

from bot.nlu.crisis_woorden import Familie

# After these words the sentence is about a thing at work, a plan or a conversation, not about living on.
_DING = (
    "(gesprek|gesprekken|chat|vragenlijst|vraag|vragen|tekening|plan|relatie|verkering|huwelijk|baan|bijbaan|werk|werken"
    "|contract|project|overleg|vergadering\\w*|dienst|diensten|rooster|afdeling|team|functie|abonnement|onduidelijkheid"
    "|gepieker|ruzie|stilte|cursus|opleiding|studie|proef|traject|samenwerking|discussie|gedoe|situatie|roken|drinken)"
)
_OM_WERK = "^(op|om|bij|dat|hier|als|aan|in|met|zo|voor|vandaag|deze|die|dit)( |$)|" + _DING

FAMILIES: tuple[Familie, ...] = (
    # --- acute danger, now ---------------------------------------------------------------------------------------
    # Took something: an amount, or pills "taken" without an ordinary reason.
    Familie(
        "iets ingenomen",
        "acuut",
        ("slikt", "nomen", "gepakt", "geget", "leg", "overdos", "spoten", "dronken", "pilen op", "pils", "bel ", "drank"),
        (
            "(te veel|heel veel|hele|hoop|alle|al|alles|strip|strips|doos|doosje|doosjes|potje|pot|handvol|\\d\\d|twintig|dertig"
            "|veertig|vijftig|honderd) ~4 (geslikt|ingenomen|genomen|gepakt|gegeten|opgegeten|leeggemaakt|leeggegeten|gespoten)",
            "<pillen> (veel |gewoon |allemaal |net |nu )*(geslikt|ingenomen|gepakt|gegeten|opgegeten|leeggemaakt)( veel)?",
            "<pillen> (en drank )?op",
            "(insuline|chloor|bleek|antivries|ontstopper|terpentine|gif|vergif|rattengif) ~3 (gedronken|ingenomen|geslikt|gespoten expres)",
            "(insuline|morfine|heroine) ~2 gespoten (expres|om)|overdos\\w* (genomen|gehad|geslikt|gespoten|op)",
            "(?<!ik )(?<!je )(?<!we )(bel|stuur) (nu |even |snel |alsjeblieft |aub )*(een |de )?(112|ambulance|ziekenwagen|ziekenauto)",
        ),
        niet_na="(vakantie|dagen|uren|diensten|taken|koffie|lunch|broodjes|client\\w*|bewoner\\w*|patient\\w*)",
        niet_voor="^(tegen|voor mijn|voor de|van de huisarts|met water|en dat gaat)|voorgeschreven|huisarts|hoofdpijn|vakantie|koffie"
        "|^(dag|dagen|werk|diensten)",
    ),
    # Standing at the edge, about to jump.
    Familie(
        "op de rand",
        "acuut",
        ("brug", "dak", "rand", "spor", "rails", "springe", "peron", "reling", "balkon", "viaduct", "bij het "),
        (
            "(sta|staat|zit|hang|sto) (ik |nu |hier |al |weer |net |boven |buiten |helemaal |alleen )*op (de|een|het|mijn) "
            "(\\w+ )?(brug|dak|reling|rails|spoor|vensterbank|viaduct)",
            "op de rand van (het|de|een|mijn|ons) (balkon|dak|brug|perron|gebouw|flat|raam|viaduct|toren)",
            "(sta|zit|lig) (ik |nu |hier |weer )*(bij|langs|aan|naast) (het|de) (spoor|rails)",
            "<ga> (ik )?(nu |zo |straks |er |gewoon |echt )+(springen|vanaf springen|af springen)",
            "bij het <water> ~6 er ~2 in (rijden|springen|lopen)|(ga ik|ik ga) springen|op het punt ~3 springen|perron ~6 (volgende trein|springen)",
        ),
        niet_na="(werk|dienst|elke dag|de hele dag|dakdekker|brugwachter|file) ",
        niet_voor="(wachten|zonnepanelen|pannen|file|klus|werken|aan het werk|met de hond|collega|open|touwtje|in het zwembad|burn)",
    ),
    # Bleeding, hanging, gas, a weapon to oneself.
    Familie(
        "bezig",
        "acuut",
        ("pols", "ader", "bloed", "nek", "hals", "strop", "gas ", "motor", "pistol", "uitlat", "met en mes", "scher", "begonen"),
        (
            "(pols|polsen|ader|aders) ~3 (doorgesneden|door gesneden|opengesneden|open gesneden|doorgeknipt)",
            "(stopt|stoppen|houdt) niet ~2 bloeden|bloed\\w* ~6 (stopt niet|houdt niet op)|gesneden ~4 bloed\\w*",
            "(touw|riem|strop|snoer|sjaal) (al )?(om|rond) (mijn|me) ~1 (nek|hals)|strop (al |nu )?om",
            "heb ~2 gas (open|opengezet|opengedraaid|open gezet|aangezet)",
            "(pistool|wapen|geweer) ~2 (in (mijn|me) hand|tegen (mijn|me) hoofd|op (mijn|me) hoofd|in (mijn|me) mond)",
            "garage ~6 motor ~2 aan|motor ~2 aan ~8 (garage|slang|deur dicht)|slang ~4 uitlaat|uitlaat ~4 slang",
            "bad met een (mes|scheermes\\w*)|scheermes\\w* ~6 begonnen",
        ),
        niet_voor="(bloedneus|bloeddonor|tandvlees)",
    ),
    # "ik ga er vanavond een eind aan maken": decided and close.
    Familie(
        "vanavond",
        "acuut",
        ("vanavond", "vanacht", "nu ", "straks", "zo ", "vandag", "morgen", "meteen"),
        (
            "ga (het |er |me |mezelf )*(nu|vanavond|vannacht|straks|zo|zo meteen|zometeen|meteen|vandaag) ~5 (een <einde> aan maken"
            "|<zelfmoord>|dood|ophangen|verhangen|(iets|wat) aandoen|verdrinken)",
            "(een <einde> aan maken|zelfmoord plegen|mezelf doden|mezelf ophangen) (nu|vanavond|vannacht|straks|vandaag|morgen)",
            "(vanavond|vannacht|nu) (ga|doe|maak) ik ~3 alles ~2 (klaar|geregeld)|(vanavond|vannacht) ga ik het doen ~3 alles",
            "nu ga ik dood|(doe|ga) het (nu |vannacht |vanavond )+vaarwel|doe het vannacht",
        ),
        niet_voor=_DING,
    ),
    # --- suicide and self-harm -----------------------------------------------------------------------------------
    # The words themselves; what is harmless was replaced before.
    Familie(
        "met zoveel woorden",
        "zelfdoding",
        ("zel", "sel", "sui", "zui", "zlf", "kms", "myself", "to die", "wana die", "to live", "unaliv", "my life", "kys", "of without",
         "automutil", "leven beroven", "beroof", "sterben", "es beenden"),
        (
            "<zelfmoord>|zlfmo?rd\\w*|automutil\\w*|zelf ?(beschadig|verwond|verminking|pijnig)\\w*",
            "kms|(kill|killing|hurt|harm) myself|(want|wanna|wana) (to )?die|(want|wanna) to live|end (it all|my life)|unalive"
            "|better off without me|suicid\\w*|self ?harm|will sterben|nicht mehr leben",
            "(beroof|beroven) ~1 <me> van het leven|<me> ~2 van het leven beroven|<wil> ~3 zich van het leven beroven",
        ),
        niet_na="zelfredzaam",
    ),
    # "ik wil dood", "was ik maar dood", "liever dood", "dood is de enige uitweg".
    Familie(
        "dood willen",
        "zelfdoding",
        ("dod", "sterv", "sterf", "creper"),
        (
            "<wil> (?!(de|een|die|mijn|geen|niet) )!3 (?<!de )(?<!een )(?<!die )<dood>(?! (van|konijn|\\w+e hoek))",
            "<dood> (wil|wilt|wilde|wou|willen|te willen)( zijn| gaan)?",
            "(hoop|hopelijk|wens|bid|laat|wou|smeek|snak) !5 (ik|me|mij|mezelf) !4 (<dood>|sterf|ga dood|ben dood|was dood)",
            "(was|waren|had|ben) ik ~1 (maar |al |nu |liever |beter )+~1 (dood|gestorven|doodgegaan)",
            "(liever|beter|beste|fijner) (om |nu |al |maar )*<dood>|<dood> (is|lijkt|zou|voelt|zijn) ~4 (beter|beste|fijn|fijner"
            "|rust|prettig|makkelijker|aantrekkelijk|<middel>)",
            "<middel> ~4 <dood>|(verlang|verlangen|snak|hunker|zin) ~2 naar ~2 <dood>",
            "gedachte\\w* (aan|over) (de |mijn |mijn eigen )?<dood>|doodswens|dood(s)?verlangen",
            "denk !4 (aan|over|om) (de |mijn eigen )?(<dood>|dood willen)(?! van)",
            "verdien ~4 (om )?(<dood>|te sterven)|(als|dat|wanneer|zodra) ik ~1 dood (ben|was|zou|zijn|ga)",
            "voor mij (is )?(maar )?(beter|liever) ~1 dood|maar ~2 oplossing ~3 dood|(pijnloos|manieren? om|hoe ~4) ~2 <dood>",
        ),
        niet_voor="^(in|op) (dat|een|het|mijn) (spel|level|game)|begraven|gecremeerd|crematie|uitvaart|nalaten|erfenis|testament",
    ),
    # Doing something to oneself: killing, hurting, cutting.
    Familie(
        "zichzelf iets aandoen",
        "zelfdoding",
        ("zelf", "sni", "sned", "kras", "ophang", "verhang", "verdrink", "eigen", "zichzelf", "zich "),
        (
            "<mezelf> ~4 (doden|dood ?maken|dood te maken|om het leven|van kant|vermoorden|ophangen|op te hangen|verhangen|opknopen"
            "|verdrinken|verzuipen|vergassen|vergiftigen|doodsteken|doodschieten|voor de kop schieten|neerschieten|afmaken|opblazen)",
            "(<ga>|wil) ~3 me (gewoon |maar |echt |zelf )*(ophangen|verhangen|verdrinken|opknopen|verzuipen|doodschieten|doodrijden)",
            "(dood|maak|hang|verhang|verdrink) <mezelf> (op|van kant|dood)?",
            "<mezelf> (zelf )?(weer |nog |echt |ook |misschien |nu )*(iets|wat) (ga |zal |zou |wil )?(aan|aandoe\\w*|aan doe\\w*|aan te doen)",
            "(zichzelf|zich|haarzelf|hemzelf) ~1 (iets|wat) (aandoe\\w*|aan doe\\w*|aan te doen|aan gaat doen)",
            "(snij|snijd|snijdt|kras|krab|brand|verwond|beschadig|steek|verminkt?|pijnig) (ik )?<mezelf>",
            "(snij|snijd) (ik )?me(zelf)? (weer|soms|elke|vaak|nog|stiekem|al|in mijn (arm|armen|been|benen|pols|polsen|buik))",
            "(snij|snijd|kras|sneed|snijden|krassen|sneden) (ik )?(weer |soms |nog )*in (mijn|me) (arm|armen|been|benen|pols|polsen|buik|huid)",
            "(me|mezelf) (weer |net |gisteren |vannacht |vaak |ook |expres |opnieuw )*(gesneden|gekrast|gesneje|snijden|krassen|snij)",
            "door te (snijden|krassen|hongeren|branden)|(mijn|zijn|haar) <naaste> (snijdt|verwondt|beschadigt) zich\\w*",
            "(doe|pijnig) <mezelf> (expres |weer |soms |vaak |steeds |opzettelijk )*pijn|<mezelf> (expres |weer |opzettelijk )*pijn (te )?doen",
            "sla <mezelf> (tot|bont|blauw|hard|in mijn gezicht)|vertrouw(?! nooit) <mezelf> niet|bang voor <mezelf>",
        ),
        niet_voor="^(aan een|aan de|aan het|in de vinger|in mijn vinger|in mijn duim|bij het|met het keukenmes|tijdens|per ongeluk|voor de gek)"
        "|oven|frituur|keukenmes|per ongeluk|contract|scheren|blik|papier|spiegel|aardappel|groente",
        niet_na="per ongeluk",
    ),
    # "ik wil niet meer leven", "ik hoef er niet meer te zijn", "als ik er niet meer ben".
    Familie(
        "niet meer leven, er niet meer zijn",
        "zelfdoding",
        ("lev", "lef", "bestan", "r niet ", "ben ik er", "geboren", "er nog ben"),
        (
            "niet ~1 (meer|langer) (verder )?(hoeven |willen |wil |hoef |kunnen |te )*(leven|bestaan|leef)",
            "niet (willen |wil |hoef |hoeven |kan |kunnen |verder |langer |hier |te )+(leven|leef|bestaan)( meer)?",
            "(stop|stoppen|stopt|klaar|gestopt|gedaan|ophouden) (nu |echt |ook )?met (het |mijn |me |dit |te |alles met het )?leven",
            "(met alles met|er mee stoppen met) (het )?leven|er mee stoppen ~1 met (het )?leven|stop leven|(leven|bestaan) (is )?klaar (voor|met)",
            "geen ~4 (om |in |van )?(te |het |mijn |dit )?leven(?! als| zoals)|(niks|niets|niemand) (meer )?om ~1 voor te leven",
            "(waarom|waarvoor|waartoe) (zou|zal|moet|wil) ik (dan |nu |eigenlijk )*(nog |verder )+(leven|leef|doorgaan|bestaan|door)",
            "waar (leef|doe) ik (het |eigenlijk |allemaal |dan )*nog voor(?! de helft)|waar ik (het |eigenlijk )*nog voor leef",
            "(waarom|waarvoor) (ik nog leef|leef ik( nog)?|ik nog (zou|moet) leven|ik ~2 besta)",
            "(ik|hij|ze|zij|mij|me) ~3 er (gewoon |liever |echt |beter |maar |allemaal |zo |zelf |morgen |straks |helemaal )*niet"
            " meer (te )?(hoef |hoeven |wil |willen |zou |zouden |had |hoor )*(ben|was|zijn|wezen|te zijn|te wezen|moeten zijn)",
            "(wil|hoef|zou) (ik )?er (gewoon |liever |echt |maar |zo )*niet meer (te )?(zijn|wezen)|was ik er (maar )?niet( meer)?",
            "(morgen|straks|binnenkort|vanavond|volgende week|dan) ben ik er (dan )?niet meer|er niet meer hoeven? te zijn",
            "(nooit|niet) geboren (was|ben|had|zijn|geweest|hoeven)|(spijt|jammer|erg|haat) ~2 dat ik (er nog|nog leef|er|besta)( ben)?",
            "verdien ~3 (om )?te leven",
        ),
        niet_na="(niet|nooit) lang |(blij|gelukkig|fijn) dat",
        niet_voor="^(met (dat|die|dit|deze|al|het|de|zo veel|zoveel)|op de automat|voor (\\w+ )?(uur|half)|als |volgens|bij|op (mijn|het) werk"
        "|vrijdag|maandag|met kerst|door vakantie|zonder (auto|koffie|telefoon|vrijdag))|pensioen|vakantie|vrij|kantoor|uur$",
    ),
    # Weary of life: "het leven heeft geen zin meer", "levensmoe", "ik ben klaar met het leven", "voltooid".
    Familie(
        "het leven",
        "zelfdoding",
        ("lev", "wereld", "bestan", "euthanas"),
        (
            "(het|mijn|me|dit|t) (hele )?(leven|bestaan) (heeft|is|hoeft|lijkt|voelt|mag|doet) (voor|van) mij ~2 (geen|niet|niks|over|voorbij)",
            "(het|mijn|me|mij|dit) (hele )?(leven|bestaan) ~4 (geen (enkele )?(zin|nut|waarde|doel|betekenis)( meer)?(?! in)|(niks|niets|niet)"
            " (meer )?(te )?waard|zinloos|waardeloos|ondraaglijk|uitzichtloos|hoeft niet|niet meer zitten)",
            "(zie|ziet) (het |mijn |t )?leven ~1 niet ~1 zitten|mijn leven ~2 (voltooid|voorbij|afgelopen|klaar|over en uit)",
            "levensmoe|leven(s)? ?(beu|zat|moe)|(beu|moe|genoeg|zat|klaar|vermoeid) (van|met) (het|mijn|dit|me|al dat)? ?leven",
            "leven (echt |zo |meer dan |helemaal |gewoon )*(beu|zat|moe|gezien)|uitgeleefd|voltooid leven aan",
            "(mag|wil|laat|kan) ~6 (gedaan|afgelopen|voorbij|over|klaar) (zijn )?met (het |mijn |me )?leven",
            "(wil|vraag|heb|ga|denk|overweeg) (ik )?(nu |ook |aan |over |om )*euthanasie",
            "(weg|verdwijnen|vertrekken|af) (uit|van) (deze|dit|de|het|mijn) (wereld|leven|aarde)|deze wereld verlaten|op deze wereld ~5 weg",
            "(mijn|me|mij|het) (eigen )?leven ~1 (beeindigen|te beeindigen|beeindig|afsluiten|stopzetten)|(beeindig|beeindigen) ~1 mijn leven",
            "punt achter ~3 leven",
        ),
        niet_voor="^(op (mijn|het) werk|in (dit|dat) team|zonder (koffie|muziek|fiets))|^(in|bij|op) (deze|dit|het) (baan|bedrijf|werk)"
        "|^(op de automat|als |volgens|bij )",
        niet_na="(oma|opa|tante|moeder|vader|client\\w*|bewoner\\w*) (\\w+ ){0,3}$",
    ),
    # "ik maak er een eind aan": without a conversation, a job or a relation being what ends.
    Familie(
        "een eind eraan",
        "zelfdoding",
        ("eind", "end ", "ent "),
        (
            "<einde> ~2 aan (de |het |dit |al dit |al het )?(alles|mijn leven|me leven|mij leven|het leven|leven|mezelf|pijn|lijden|ellende)",
            "<einde> (maken |te maken )?(aan|an) (mijn|me|mij|het|haar|zijn|hun|dit) (eigen )?leven",
            "(ik|hij|ze|zij|man|vrouw|zoon|dochter|vriend|vriendin) ~5 er ~2 een <einde> (aan|an)",
            "<einde> (aan|an) (te |ga |gaat |wil |zou )*<maken>(?= \\.|$| punt)",
            "(maak|ga|wil|zal) ik er ~2 (een )?<einde> aan",
        ),
        niet_na="(we|laten|zullen|zou je|kun je|kunnen we|overleg|gesprek|ze|werkgever) (\\w+ ){0,4}$|" + _DING + " (\\w+ ){0,3}$",
        niet_voor="^(maken |te maken |gaan maken |maak )?(aan|dat|die|deze|dit|de (?!pijn|kinderen)|het (?!leven|lijden))( |$)(?!leven|pijn|mijn leven)"
        "|" + _DING,
    ),
    # Sleeping for good: "ik hoop dat ik niet meer wakker word", "eeuwige rust".
    Familie(
        "niet meer wakker worden",
        "zelfdoding",
        ("waker", "ewige", "altijd", "vorgoed", "opstan", "verdwijn", "hart", "inslap"),
        (
            "(niet|nooit) (meer )?(meer )?wakker (te |hoef te |hoeven |zou |zal )*(word|worden|wordt)",
            "(morgen|nooit) (maar |gewoon )*(niet|nooit|meer) (meer )?(wakker|opsta|opstaan)(?! om)|niet meer opstaan nooit",
            "(inslapen|in slaap vallen|slapen) ~4 (niet|nooit) meer ~2 (wakker|opstaan|opsta)",
            "(voor altijd|voorgoed|eeuwig) (kunnen |mogen |willen )?(slapen|rusten|weg|rust|stil|verdwijnen|verdwenen)|eeuwige (rust|slaap)",
            "wil (gewoon |alleen maar |het liefst |echt |het liefste )*verdwijnen(?= \\.|$| en)|verdwijnen ~3 (nooit|voorgoed|niet meer)",
            "van af (zijn|wezen) voorgoed|er vanaf (zijn|wezen) voorgoed",
        ),
        niet_voor="^(van|om|door|met|als|liggen|voor|uit (het|dat|dit) team|naar huis)",
    ),
    # Stepping out: "ik wil eruit stappen", not out of a project, a job or a train.
    Familie(
        "eruit stappen",
        "zelfdoding",
        ("stap",),
        (
            "(uit|van) (het|dit|mijn|me|mij) leven ~1 (te )?(stappen|stap)|stap ~2 uit (het|dit|mijn) leven",
            "er ~2 uit (te |wil |wilt |kunt |kan |ga |zou |willen |kunnen |moet )*(stappen|stap)|stap er (zelf |gewoon )*uit",
            "(wil|ga|denk) ik er ~1 uit stappen",
        ),
        niet_na="(regeling|project|relatie|bestuur|trein|bus|auto|contract|baan|bedrijf|meldkamer|mensen) (\\w+ ){0,6}$",
        niet_voor="^(uit|bij|met een|als|zodra|op|voor mijn|en iets anders)( |$)|regeling|bestuur|bedrijf|pensioen|ondernemingsraad|" + _DING,
    ),
    # No way out, no sense in going on.
    Familie(
        "geen uitweg",
        "zelfdoding",
        ("uitweg", "ziten", "vor mij", "van mij", "hier houd", "verder", "dat het stopt", "dat ales", "ophoud", "mag "),
        (
            "geen (enkele |andere |ander )?uitweg( meer)?",
            "(ik|hij|ze|zij|vader|moeder|man|vrouw|zoon|dochter) (zie|ziet) (het )(allemaal |echt |gewoon |zelf |helemaal |leven |eerlijk gezegd )*"
            "niet meer zitten",
            "^ ?(zie|zie ik) (het )(allemaal |echt |gewoon )*niet meer zitten",
            "(hoeft|hoef) (het )?(voor|van) mij (het |dit |alles |allemaal |echt |gewoon |zo )*niet (meer|langer)",
            "(voor|van) mij hoeft (het |dit |alles )(allemaal |echt |gewoon |zo )*niet (meer|langer)|voor mij ~2 niet meer ~1 hoeft",
            "(mag|mocht) (het )?(voor|van) mij (nu |wel |het )*(gedaan|afgelopen|voorbij|over|op) zijn",
            "(niks|niets|niemand) ~3 (mij|me) (nog )?hier houdt|wil niet verder (met leven|leven)|geen reden ~3 verder",
            "wil dat (alles|het allemaal|het|de pijn) (nu |gewoon )*(stopt|ophoudt) ~1 (alles|voorgoed|ook ik|desnoods)|wil dat alles (stopt|ophoudt)",
        ),
        niet_voor="^(zo n |zon )|^(uit|in|voor|bij|naar|op|om|met|dat|hier|als|aan) (?!mij)|" + _DING,
    ),
    # Being a burden: "ze zijn beter af zonder mij", "niemand zou me missen".
    Familie(
        "tot last",
        "zelfdoding",
        ("zonder mij", "zonder me", "misen", "mist ", "tot last", "als ik ", "dat ik ", "verzekering", "vinden"),
        (
            "(beter|fijner|gelukkiger|makkelijker|best|verder) (af |kunnen |kan |zijn |geweest )*zonder (mij|me)(?!de|ts)",
            "zonder (mij|me) (is |zijn |hebben |zou |zouden |het |ze |zal |allemaal |alles |echt )*~2 (beter|makkelijker|gelukkiger|fijner|rustiger)",
            "niemand (zou|zal|gaat|die|mist) ~2 (mij|me) ~2 (missen|mist|mis)|niemand mist (mij|me)(?! als)",
            "(ben|iedereen|hun|ze|jullie|hen|familie|gezin|kinderen) !3 tot last",
            "(beter|opgelucht|blij|rust|makkelijker|erg|fijner|liever|missen|huilen|geven) ~5 (als|dat|wanneer) ik (er )?(zelf |morgen |straks |echt )*"
            "(niet meer|niet|dood|weg|verdwenen)( zou| voorgoed)?(?: (was|ben|zijn|zou zijn|zou|bestond)|$| \\.)",
            "als ik er niet (meer )?(ben|was) ~3 (rust|beter|makkelijker|vrij|opgelucht|blij)",
            "meer aan (mijn|me|mij|de) (\\w+ )?(levensverzekering|verzekering|uitkering)|(aan|beter) ~2 als ik dood",
            "(prima|niet erg|fijn|geen ramp) ~4 (als ik|om) ~3 (onder|niet meer wakker|dood)",
        ),
        niet_na="(team|afdeling|winkel|bedrijf|collegas|klas|kantoor|bestuur|overleg|organisatie) (\\w+ ){0,4}$",
        niet_voor="(afdeling|kantoor|overleg|team|vergadering|vakantie|vrij|werk|dienst|dag) ?",
    ),
    # Ways: trains, heights, water, trees, ropes, saving up pills. Only as a wish, a thought or a plan, not as an accident.
    Familie(
        "manieren",
        "zelfdoding",
        ("trein", "metro", "spring", "tegen en", "tegen die", "onder en", "onder de", "stur", "tou", "strop", "pil", "medic", "paracet",
         "dodelijk", "ongeluk", "water", "kanal", "kogel", "mes", "pijnlos", "mide", "hart"),
        (
            "voor (de|een|die) (\\w+ )?<trein> ~2 (springen|spring|gooien|gooi|liggen|lopen|stappen|werpen)"
            "|(spring|springen|gooi|gooien|stap|werpen|loop) ~2 voor (de|een|die) <trein>(?! van)",
            "(hoop|hopelijk|wil|zou|liever|wens|erg) ~6 onder (een|de) <trein>|(hoop|wens|bid|wou|hopelijk) !4 (een )?ongeluk",
            "(denk|gedachte|dacht|wil|zin|neiging|drang|overweeg|fantaseer|zou|erover|over|gewoon) ~9 tegen (een|die|de) "
            "(\\w+ )?(boom|viaduct|muur|pijler|tegenligger|vrachtwagen|betonblok|brug|vangrail) ~2 (rijden|rij|knallen|sturen|aan|aanrijden|klappen|te)",
            "als ik (nu |dan )?(het|mijn|aan het) stuur ~2 (om|omgooi|omtrek|los|geef|draai)|stuur ~2 omgooi\\w*",
            "(van|vanaf) (het|de|een|mijn|die|dat) (\\w+ )?<hoogte> (af )?(te )?(springen|spring|vallen|afspringen)"
            "|spring ~2 (van|vanaf) (het|de|een|mijn) (\\w+ )?<hoogte>|uit het raam (te )?(springen|spring)",
            "(drang|neiging|stem|stemmen|verleiding|zeggen|denk ik) ~5 (te )?(springen|spring)|nu springen ~3 klaar",
            "<water> in (te )?(rijden|rijd|rij|sturen)|in (het|een|de) <water> (te )?(rijden|sturen|verdwijnen)",
            "(touw|strop) ~2 (al )?(klaar|gekocht|opgehangen|gehaald)|kogel door (mijn|me) (kop|hoofd)",
            "<pillen> ~3 (opgespaard|gespaard|bewaard|verzameld|sparen|opsparen|verzamelen|klaarliggen|klaar liggen)|spaar ~3 <pillen>",
            "hoeveel ~3 <pillen> ~4 (nodig|dodelijk|dood|genoeg|sterven)|genoeg <pillen> ~2 (om|in huis)|dodelijke dosis|<pillen> ~3 dodelijk",
            "(strip|pot|doos|doosje|berg|hand|handvol) (met |vol |vol met )?<pillen> (hier )?(voor (me|mij|mijn neus)|naast me|in mijn hand|klaar)",
            "mes in (mijn|me) hand|mes (al|ligt) ~1 (klaar|naast)|heb het mes|pijnloos ~5 (uit|dood|einde|gaan|doen|sterven)",
            "<pillen> in huis|(wil|hoop|wou|bid) ~3 (mijn|me) hart ~2 (stopt|ophoudt|stilstaat)",
        ),
        niet_na="(machinist|aanrijding|slager|kok|keuken|werk als|client\\w*|bewoner\\w*|net op tijd) (\\w+ ){0,6}$",
        niet_voor="^(van (acht|zeven|half)|halen|naar)|slager|vis|vlees|kaas|groente|huisapotheek",
    ),
    # Saying goodbye, having tried before, being fetched.
    Familie(
        "afscheid",
        "zelfdoding",
        ("afscheid", "vrwel", "varwel", "latste", "poging", "begrafenis", "begraven", "sory", "spijt", "god ", "hemel", "darboven", "hierboven",
         "rouw", "113", "achterna", "zelf ok", "hoe ik het"),
        (
            "afscheidsbrie\\w*|(brief|brieven) (al |nu )?(geschreven|klaar) ~4 afscheid|afscheid genomen van (mijn|me|iedereen|het leven)"
            "|(brief|brieven) ~4 waarin ik afscheid",
            "vaarwel ~2 (allemaal|wereld|iedereen|sorry|lieve|mijn)|(sorry|spijt me|vergeef me) (voor|van) alles|vaarwel$",
            "(dit|het) (is|wordt|zijn) mijn (allerlaatste|laatste) (bericht|avond|dag op aarde|nacht(?!dienst)|woorden|brief)",
            "(ik|heb|deed) ~6 (zelfmoord)?poging (gedaan|ondernomen|achter de rug)(?! om)",
            "(fantaseer|droom|denk|dagdroom) ~4 (mijn|me) (eigen )?(begrafenis|uitvaart|crematie)",
            "(god|heer|jezus|allah|hij) (mij|me) ~2 (halen|ophalen|haalt|wegneemt|meeneemt)|(wil|wou|mag) ~8 (daarboven|hierboven|naar de hemel)",
            "rouw ~9 (ik|wil) ~5 (zelf|ook|hetzelfde|achterna|achter (hem|haar) aan|naar (hem|haar) toe|mee)",
            "(wil|denk) ~4 (achter (hem|haar) aan|(hem|haar) achterna)|denk er ~3 zelf ~1 (aan|over)",
            "(moet|wil|ga|heb|zal|kan) (ik )?(nu |met |misschien |even |weer )*113|denk ~4 hoe ik het ga doen|hoe ik het ga doen en wanneer",
        ),
        niet_voor="(pensioen|collega|collegas|team|baan|werk|bewoner\\w*|client\\w*|klas)",
        niet_na="(pensioen|bewoner\\w*|client\\w*|patient\\w*|vrijwilliger|training) (\\w+ ){0,6}$",
    ),
    # --- violence ------------------------------------------------------------------------------------------------
    # "hij slaat me", "ik word thuis geslagen", "mijn man is agressief".
    Familie(
        "geslagen",
        "geweld",
        ("slat", "slan", "schopt", "schopen", "trapt", "stompt", "wurg", "mept", "knijpt", "mishandel", "slagen", "geschopt", "verkracht",
         "misbruik", "klopt op", "klap", "mot ", "slag ", "agresief", "geweld", "gesta", "gesto", "duw", "keel", "kel ", "haren", "sla ", "geschud",
         "blauw", "zit an m", "komt an m", "dwing", "seks"),
        (
            "<dader> (niet echt )?!4 <slaat> (soms |weer |vaak |elke dag |dan |ook |nog |altijd |regelmatig )*<ons>(?! \\w+ over| over| niet| voor)",
            "<dader> ~1 (mij|me) slaan|<dader> slaan (mij|me)|(drinkt|dronken|boos|thuis|dan|kwaad|driftig|agressief) (en )?(dan )?slaat( hij| ze| zij|$)?(?! \\w* ?(over|met))",
            "(hij|ze|zij) slaat(?= \\.|$| en| ook| soms| weer| vaak| als| altijd)|slaat (hij|ze|zij) (weer|mij|me|ons|altijd)(?! over)",
            "(ik|we|kinderen) (word|worden) (\\w+ ){0,5}?(<geslagen>|misbruikt)",
            "(<mijn>|onze|haar) <naaste> (wordt|word|worden) ~6 (<geslagen>|misbruikt)",
            "<dader> (heeft|heb|had) ~2 <ons> (\\w+ ){0,4}?(<geslagen>|misbruikt)",
            "(ben|was) (\\w+ ){0,3}?(verkracht|aangerand)|verkracht (mij|me)|(dwingt|dwing|gedwongen) ~4 (seks|sex|vrijen|naar bed)",
            "(krijg|kreeg) (ik |we )?(weer |thuis |altijd |dan |een |vaak )*(klap|klappen|slaag|mep|meppen|rammel)(?! van de molen| met)"
            "|thuis ~2 (klappen|slaag)|(klap|mep|stomp|mot|kopstoot|schop|lel|oorvijg) gegeven",
            "(<mijn> <naaste>|hij) (is|word|wordt|werd) (weer |vaak |soms |erg |heel |steeds |zo )*(agressief|gewelddadig|handtastelijk)",
            "(slachtoffer van|te maken met|last van|sprake van|thuis) huiselijk geweld",
            "(bij|aan|om) (mijn|me) keel|(kneep|knijpt|drukt|drukte) ~2 keel|keel (dichtgeknepen|dicht)|aan (mijn|me) haren",
            "(duwt|duwde|gooit|gooide|trapte|schopte|sloeg) <ons> (\\w+ )?(van de trap|tegen de|door de|op de grond|de trap)",
            "(stiefvader|vader|opa|oom|broer|neef|stiefbroer) (zit|komt) (\\w+ )?aan (mij|me)(?! te)",
            "ik (sla|schop|mep) (soms |weer )?(mijn|me|onze) (\\w+ )?<naaste>|ik (heb|had) ~1 (mijn|me|onze) (\\w+ )?<naaste> (\\w+ ){0,3}?(<geslagen>|geschud)"
            "|(baby|kind|kindje) ~4 geschud",
            "blauwe? (plek\\w*|oog) (\\w+ ){0,5}?van (mijn|me) <naaste>|blauwe? (plek\\w*|oog) ~8 was (het )?mijn <naaste>",
        ),
        niet_na="(client\\w*|bewoner\\w*|patient\\w*|leerling\\w*|klant\\w*|passagier\\w*|collega\\w*|vroeger|als kind|mijn groep|in het spel"
        "|eerste man|begeleid|kinderen op het plein) (\\w+ ){0,8}$",
        niet_voor="(bewoner|client|patient|leerling|klant|passagier|collega|dementie|autisme|vroeger|voetbal|judo|boksen|de plank|de spijker|om de oren)"
        "|^(op de maag|niet$|met deuren|met die cao)",
    ),
    # Threatened, stalked, locked in, afraid to be at home, somebody with a weapon.
    Familie(
        "bedreigd",
        "geweld",
        ("dreig", "sloten", "mord", "dod", "aando", "an do", "an te do", "stalk", "achtervolg", "volgt me", "vast in", "sluit", "slot", "stopt", "mes", "bijl", "pistol",
         "geweer", "gewer", "wapen", "veilig", "bang vor", "nar huis", "mijn huis", "deur", "brand", "trouwen", "eer van", "eerwraak", "huwelijk", "binen", "wacht me",
         "op me", "kapot", "spijt van", "vind", "hamer", "krijgt niemand"),
        (
            "<dader> !3 (bedreigt|stalkt|achtervolgt) ~1 <ons>|ik word !5 (bedreigd|gestalkt|achtervolgd)|<dader> ~1 volgt (mij|me)( overal)?",
            "(<dader>|ik word) !4 (dreigt|dreigde|gedreigd|bedreigd) ~7 (vermoord\\w*|dood\\w*|doden|aan te doen|afmaken|steken|kinderen|af te maken|iets)",
            "(<dader>) (\\w+ ){0,5}?(zegt|zei|wil|gaat|zal|dreigt|gezegd|zweert) !6 (vermoord\\w*|dood ?(ga |gaat |te )?(maken|maakt|slaan|slaat|steken|schieten|gaat maken)"
            "|doden|afmaken|afmaakt|doodsla\\w*|kapot maken)",
            "bang dat (hij|ze|zij|<mijn> <naaste>) ~2 <ons> (\\w+ ){0,3}?(vermoord\\w*|iets|wat|slaat|dood)",
            "(hij|ze|zij|ex|man|vriend|broer|vader|familie) (\\w+ ){0,5}?<ons> (of de kinderen |en de kinderen )?(iets|wat) (aan|aandoe\\w*|aandoet)",
            "ik !3 (mijn \\w+|haar|hem|de baby|de kinderen|ons kind|iemand) (nog )?(iets|wat) (aandoe\\w*|aan doe\\w*|ga aandoen|aan ga doen)",
            "(hij|ze|zij|man|vriend|ex) (\\w+ )?(sluit|sluiten) ~1 (mij|me|ons) ~2 op|(houdt|houd) (mij|me|ons) (\\w+ )?(vast in|gevangen|opgesloten|binnen)",
            "(hij|man|vriend|vader|ex) ~14 (opgesloten|op slot|verstopt|verschuil)|verstopt ~6 (hij|ze|zoekt)",
            "mag (ik )?(van (mijn man|hem|mijn vriend|mijn vader)) ~5 (deur|huis) niet (uit|weg)|mag (ik )?(niet weg|het huis niet uit) van (hem|mijn man)",
            "(<dader>|iemand|er staat iemand|man) (\\w+ ){0,4}?(heeft|met|pakt|pakte|zwaait|zwaaide|trok|loopt) (\\w+ ){0,3}?<wapen>",
            "gooit ~3 (messen|mes|glazen|borden|servies|spullen) ~1 naar (me|mij|mijn|ons)",
            "(thuis|huis) ~4 (niet|nergens) ~2 veilig|niet ~2 veilig (thuis|in huis|in mijn eigen huis|bij (mijn man|hem))|onveilig thuis|thuis onveilig",
            "bang voor (mijn|me) (eigen )?<naaste>|durf (echt |eigenlijk )?niet (meer )?naar huis",
            "iemand in (mijn|ons) huis(?! om)|(deur|raam) ~1 (in|open) te (trappen|breken|rammen)|deur (in ?getrapt|ingebeukt|ingeslagen)",
            "(ex|exman|exvriend|hij) (\\w+ ){0,14}?(bonst|staat (elke|iedere|weer|vannacht|nu) \\w* ?\\w* ?(voor|aan|bij) (mijn|de|ons)|spijt van krijg\\w*|weet te vinden|op te wachten"
            "|wacht (me|mij|ons) op)",
            "(hij|ex|man) (\\w+ ){0,4}?(huis|auto|woning) ~1 in (de )?brand|eerwraak|eer van (de|mijn|onze) familie|uitgehuwelijkt|uithuwelijken"
            "|(dwingen|gedwongen|moet) ~3 (te )?trouwen",
            "hij is binnen|hij komt er ?aan ~3 sla\\w*|(kan|zal|mag) ~2 (haar|me|mij) niet (krijgen|hebben) (krijgt )?(niemand|geen ander)",
        ),
        niet_na="(client\\w*|bewoner\\w*|patient\\w*|leerling\\w*|klant\\w*|passagier\\w*|collega\\w*|reorganisatie|baas|chef|leidinggevende|manager|niet) (\\w+ ){0,6}$"
        "|^ ?(mijn )?(baas|chef|leidinggevende)",
        niet_voor="(bewoner|client|patient|leerling|klant|passagier|collega|te laat|gekocht|nodig|cadeau|positie|baan|schilder|monteur|loodgieter|als het werk"
        "|hond|af is|file|gladheid|sneeuw|storm|werk te)",
    ),
)
