"""The crisis gate's families of utterances, the most urgent kind first.

How to read a pattern: it is a regular expression over whole words in ordinary Dutch spelling, with shorthands. `~4` is
"at most four words in between", `!4` the same without a denial among them, `@4` the same without "ik", `#4` the same
without anybody else being spoken of; `<naam>` is a word group from `WOORDEN`. Text and patterns are both brought to one
spelling first (see `bot.nlu.crisis.normalise`): no capitals, accents or commas, repeated letters squeezed to one, chat
shorthand written out; ` . ` ends a sentence and is never crossed by a gap. So `meer` also finds "meeer" and "mer".
"""

from __future__ import annotations

from bot.nlu.crisis_geweld import GEWELD
from bot.nlu.crisis_woorden import Familie

ACUUT: tuple[Familie, ...] = (
    # Took something: an amount, or pills without an ordinary reason.
    Familie(
        "iets ingenomen",
        "acuut",
        ("slikt", "nomen", "gepakt", "gegeten", "leg", "overdos", "spoten", "dronken", "pilen", "pil", "bel ", "stur "),
        (
            "(te veel|heel veel|hele|hoop|alle|al|alles|strip|strips|doos|doosje|doosjes|potje|pot|handvol|overdosis|\\d\\d|twintig"
            "|dertig|veertig|vijftig|honderd|voorraad) ~4 (geslikt|doorgeslikt|ingenomen|leeggemaakt|gespoten|weggespoeld)(?! ~2 (glas|bier|wijn))",
            "(te veel|heel veel|veel|heleboel|tientallen|flink wat|hele|hoop|alle|al|strip|strips|doos|doosje|doosjes|pot|potje|handvol|\\d\\d|twintig|dertig|veertig"
            "|vijftig|tien|vijftien|zestig) ~2 <pillen> ~4 (genomen|gepakt|gegeten|opgegeten|op|gehad|weggespoeld|weggewerkt|naar binnen)(?! te)|strip ~2 (genomen|gepakt|opgegeten)",
            "<pillen> (veel |gewoon |allemaal |net |nu )*(geslikt|doorgeslikt|ingenomen|gepakt|gegeten|opgegeten|leeggemaakt)",
            "<pillen> (en (drank|wodka|wijn) )?op(?= $| \\.| en| ik| help| nu| met)|<pillen> genomen(?= $| \\.| en| help| nu)|alles op ~6 (medicijn\\w*|pillen)|\\d ~1 <pillen> naar binnen|(alle|te veel|al) <pillen> ~5 (genomen|opgegeten|geslikt)",
            "(chloor|bleek|antivries|ontstopper|terpentine|gif|vergif|rattengif|giftig\\w*) ~3 (gedronken|ingenomen|geslikt)"
            "|gedronken ~3 giftig|(insuline|morfine|heroine) ~2 gespoten (expres|om)|overdosis ~1 (genomen|gehad|geslikt|op)",
            "(?<!ik )(?<!je )(?<!we )(?<!en )(bel|stuur) (nu |even |snel |alsjeblieft |aub )*(een |de )?(112|ambulance|ziekenwagen)",
        ),
        niet_na="(koffie|lunch|broodjes|client\\w*|bewoner\\w*|patient\\w*|gestopt|uitgedeeld|neem soms|mag ik|mag je|rijden met) (\\w+ ){0,6}$",
        niet_voor="^(tegen|voor mijn|voor de|van de huisarts|met water|en dat gaat|door mijn)|voorgeschreven|huisarts|hoofdpijn"
        "|^(dag|dagen|werk|diensten)|opgeborgen|medicijnronde",
    ),
    # Standing at the edge, about to jump, walking into the water.
    Familie(
        "op de rand",
        "acuut",
        (
            "brug",
            "dak",
            "rand",
            "spor",
            "rails",
            "spring",
            "peron",
            "reling",
            "viaduct",
            "bij het ",
            "water",
            "garage",
            "op de flat",
        ),
        (
            "(sta|staat|zit|hang|sto) (ik |nu |hier |al |weer |net |boven |buiten |helemaal |alleen )*(boven )?op (de|een|het|mijn) "
            "(\\w+ )?(brug|dak|reling|rails|spoor|vensterbank|viaduct|parkeergarage|flat)",
            "(op|aan) de rand van (het|de|een|mijn|ons) (balkon|dak|brug|perron|gebouw|flat|raam|viaduct|toren|rails)",
            "(sta|zit|lig) (ik |nu |hier |weer )*(bij|langs|aan|naast) (het|de) (spoor|rails)|loop ~1 (nu|zo) ~1 (naar|op|langs) "
            "(het|de) (spoor|rails|brug)|(loop|ga) ~1 (nu|zo) (het|de) <water> in",
            "(<hoogte>|perron) ~6 (wil|ga|gaat|en ik|zo|nu) ~2 (spring|springen|springt)|stap naar voren ~4 (perron|trein)|(op het punt|klaar) ~3 springen|ik ga (nu|zo) voor (de|een) <trein>$",
            "(ga|ik|we) (ik )?(nu |zo |straks |er |gewoon |echt )+(spring|springen|vanaf springen|af springen)|(ga ik|ik ga) springen",
            "perron ~6 (volgende trein|springen)|bij het <water> ~6 er ~2 in (rijden|springen|lopen)",
        ),
        niet_na="(werk|werkt|dienst|elke dag|de hele dag|dakdekker|brugwachter|file|vis|klant\\w*) (\\w+ ){0,5}$",
        niet_voor="(wachten|zonnepanelen|pannen|file|klus|werken|werk|hond|collega|open|touwtje|zwem\\w*|kijken|boten|uitkijk\\w*|^van de kast|trampoline|als |bhv|inspect\\w*|baanwerker)",
    ),
    # Bleeding, hanging, gas, a weapon to oneself.
    Familie(
        "bezig",
        "acuut",
        (
            "pols",
            "ader",
            "bloed",
            "nek",
            "hals",
            "strop",
            "gas ",
            "motor",
            "pistol",
            "uitlat",
            "met en mes",
            "scher",
            "verhangen",
            "leest",
            "ur ben ik",
            "mes tegen",
            "mes op",
            "tou",
            "arm",
            "ben open",
            "lege? ",
            "bewustelos",
            "ademt",
        ),
        (
            "(pols|polsen|ader|aders) ~3 (doorgesneden|door gesneden|opengesneden|open gesneden|doorgeknipt)|(arm|armen|been|buik) ~1 (opengesneden|open gesneden|opengehaald expres)|in (mijn|me) "
            "(pols|polsen) (gesneden|gestoken)|gesneden in (mijn|me) (pols|polsen)",
            "(stopt|stoppen|houdt) niet ~2 bloeden|bloed\\w* ~6 (stopt niet|houdt niet op)|gesneden ~4 bloed\\w*",
            "(touw|riem|strop|snoer|sjaal) (al )?(om|rond) (mijn|me) ~1 (nek|hals)|strop (al |nu )?om|me ~2 verhangen maar"
            "|polsen ~1 bloeden|<mezelf> ~1 (gestoken|neergestoken)|geprobeerd (zich|zichzelf) ~1 (op te hangen|te verhangen|te doden|van kant)",
            "heb ~2 gas (open|opengezet|opengedraaid|open gezet|aangezet)|gaskraan ~2 open|(naast|met) een leeg \\w*(pillen|doosje|potje)\\w*|bewusteloos|ademt niet|(opgesloten|schuur|garage|zolder) ~3 met een touw",
            "(pistool|wapen|geweer|mes) (in (mijn|me) (hand|mond)|(tegen|op) (mijn|me) (hoofd|pols|polsen|keel|borst|hart|slaap))(?! ~9 werk)",
            "garage ~6 motor ~2 aan|motor ~2 aan ~8 (garage|slang|deur dicht)|slang ~4 uitlaat|uitlaat ~4 slang",
            "bad met een (mes|scheermes\\w*)|scheermes\\w* ~6 begonnen|(leest|uur|minuten) ben ik (er niet meer|dood|weg)",
        ),
        niet_na="(client\\w*|bewoner\\w*|patient\\w*|bhv|ehbo|training) (\\w+ ){0,6}$",
        niet_voor="bloedneus|bloeddonor|tandvlees|slager|keuken|^aan|naald",
    ),
    # "ik ga er vanavond een eind aan maken": decided and close.
    Familie(
        "vanavond",
        "acuut",
        ("vanavond", "vanacht", "nu ", "straks", "zo ", "zometen", "dadelijk", "vandag", "morgen", "meten"),
        (
            "(ga|maak|zal|wil) (ik )?(het |er |me |mezelf )*<nu> ~5 (een <einde> aan|<zelfmoord>|doden|dood|ophangen|verhangen"
            "|(iets|wat) aandoen|verdrinken|van het leven)",
            "<nu> (ga|maak|doe|pleeg) ik ~3 (een <einde> aan|<zelfmoord>|dood|het doen ~3 alles|mezelf)|nu ga ik dood",
            "(een <einde> aan maken|zelfmoord plegen|mezelf doden|mezelf ophangen|doodgaan) (nu|vanavond|vannacht|straks)",
            "(doe|ga) het (nu |vannacht |vanavond )+vaarwel|doe het vannacht|vannacht doe ik het",
        ),
        niet_voor="^(maken )?(aan |met |om |voor )?(\\w+ )?<ding>",
    ),
)

ZELFDODING: tuple[Familie, ...] = (
    # The words themselves, also in English and German; what is harmless was replaced before.
    Familie(
        "met zoveel woorden",
        "zelfdoding",
        (
            "zel",
            "sel",
            "sui",
            "zui",
            "zlf",
            "kms",
            "myself",
            "to die",
            "wana die",
            "to live",
            "unaliv",
            "my life",
            "beter of without",
            "automutil",
            "beroven",
            "beroof",
            "rof ",
            "sterben",
            "mehr leben",
            "of without",
            "lijden verlos",
            "it al",
            "midel x",
            "latste wil",
            "want die",
        ),
        (
            "<zelfmoord>|zlfmo?rd\\w*|automutil\\w*|zelf ?(beschadig|verwond|verminking|pijnig)\\w*|middel x|uit mijn lijden verlos\\w*|laatste ?wil ?pil",
            "kms|(kill|killing|hurt|harm) myself|(want to|wanna) die|want die$|want to live|end (it all|my life)|unalive"
            "|better off without me|suicid\\w*|self ?harm|will sterben|cut(ting)? myself|(je )?veux mourir|quiero morir|olmek istiyorum|chce umrzec|nie chce ~1 zyc|zabic sie|zabije sie|(nicht|niet) mehr leben",
            "(beroof|beroven) ~1 <me> van het leven|<me> ~2 van het leven (te )?beroven|<wil> ~3 zich van het leven (te )?beroven",
        ),
        niet_na="zelfredzaam",
    ),
    # Any "dood" that is left and is about the speaker: "ik wil dood", "was ik maar dood", "dood is de enige uitweg".
    Familie(
        "dood willen",
        "zelfdoding",
        ("dod", "sterv", "sterf", "creper"),
        (
            "(ik|me|mij|mezelf) #9 (?<!die )(?<!als )<dood>(?! van (?!de stem)|(?: te| gaat| ga| wil)? (?:maken|maakt|slaan|steken|schieten))|ik sterf|<dood> (wil|willen|wilde|wou|te willen)",
            "<wil> (\\w+ )?(gewoon |nu |echt |alleen |maar |graag |zo |liever |ook )*<dood>|(ga|liever|beter|mag|moet) ~1 <dood>",
            "<dood> (is|lijkt|zou|voelt|zijn) ~4 (beter|beste|fijn|fijner|rust|prettig|makkelijker|aantrekkelijk|oplossing|uitweg"
            "|bevrijding|verlossing|opluchting)|(oplossing|uitweg|bevrijding|verlossing) ~4 <dood>",
            "(verlang|verlangen|snak|hunker|zin|gedachte\\w*) ~2 (naar|in|aan|over) ~2 <dood>(?! van)|doodswens|doods?verlangen",
            "(pijnloos|manieren? om|hoe|hoeveel|zeker|dodelijk) ~5 <dood>|(plan|stap|doel|nodig|doen)( \\d)? <dood>|^<dood>( \\.)*$"
            "|stap \\d dood",
        ),
        niet_voor="^(in|op) (dat|een|het|mijn) (spel|level|game)|begraven|gecremeerd|crematie|nalaten|erfenis|testament|^hout|^gewicht",
    ),
    # Doing something to oneself: killing, hurting, cutting.
    Familie(
        "zichzelf iets aandoen",
        "zelfdoding",
        (
            "zelf",
            "sni",
            "sned",
            "kras",
            "hang",
            "verdrink",
            "eigen",
            "zich ",
            "hofd tegen",
            "litekens",
            "brandplek",
            "schermes",
            "uithonger",
            "straf ik",
            "bloed",
        ),
        (
            "<mezelf> ~4 (doden|dood ?maken|dood te maken|om het leven|van kant|vermoorden|ophangen|op te hangen|verhangen|opknopen"
            "|verdrinken|verzuipen|vergassen|vergiftigen|doodsteken|doodschieten|neerschieten|afmaken|opblazen|te doden)",
            "(ga|wil|moet|kan|zal|zou|om) ~3 me (gewoon |maar |echt |zelf |eigen )*(van kant maken|ophangen|verhangen|verdrinken|opknopen|verzuipen"
            "|doodschieten|doodrijden|te verdrinken|op te hangen|te verhangen)|(dood|hang|verhang|verdrink) <mezelf>|maak (ik )?me(zelf)? (zelf |eigen )?(af|van kant|dood)(?! van)",
            "<mezelf> (zelf )?(weer |nog |echt |ook |misschien |nu )*(iets|wat) (ga |zal |zou |wil )?(aan|aandoe\\w*)(?! (te )?trek)",
            "(zichzelf|zich|haarzelf|hemzelf) ~3 (iets|wat) (aandoe\\w*|aan doe\\w*|aan te doen|aan gaat doen)",
            "(snij|snijd|snijdt|kras|krab|brand|verwond|beschadig|steek|pijnig|bezeer) (ik )?(dan |weer |soms )*<mezelf>",
            "(snij|snijd) (ik )?(mij|me)(?= $| \\.)|(kras|snij|snijd|krab) (ik )?(mijn|me) (arm|armen|been|benen|pols|polsen|huid|buik)( open| kapot)?|<mezelf> (weer |expres |opzettelijk )+pijn gedaan",
            "(mes|mesje|touw|<pillen>) ~6 (weet niet|twijfel|durf) ~3 ik het",
            "(snij|snijd) (ik )?me (weer|soms|elke|vaak|nog|stiekem|al|in mijn (arm|armen|been|benen|pols|polsen|buik))",
            "(snij|snijd|kras|sneed|snijden|krassen|sneden) (ik )?(weer |soms |nog |dan )*in (mijn|me) (arm|armen|been|benen|pols"
            "|polsen|buik|huid|bovenbenen)",
            "(me|mezelf) (weer |net |gisteren |vannacht |vaak |ook |expres |opnieuw )*(gesneden|gekrast|verwond|gebrand|bezeerd ~2 mes\\w*)",
            "<mezelf> ~4 (te )?<verwonden>|door te (snijden|krassen|hongeren|branden)|<naaste> (snijdt|verwondt|beschadigt) zich\\w*",
            "(doe|pijnig) <mezelf> (expres |weer |soms |vaak |steeds |opzettelijk )*pijn|<mezelf> (expres |weer |opzettelijk )*pijn (te )?doen",
            "(sla|bonk|beuk) <mezelf> (tot|bont|blauw|hard|in mijn gezicht)|(bonk|sla|beuk) ~2 (mijn|me) hoofd tegen|vertrouw <mezelf> niet"
            "|bang voor <mezelf>|armen ~3 littekens|brandplekken ~2 <mezelf>|scheermes\\w*|<mezelf> ~3 uithongeren|straf ik me",
            "(snij|snijd) ik(?= weer|( ?\\.)| $| tot| om| als)|(begonnen|bezig|weer|doorgaan|stoppen) (met|aan het) snijden|snijden (helpt|lucht|voelt)|(mijn|me|mezelf|ik) ~5 tot (het|ik) bloedt?|(bijt|bijten) (ik )?in (mijn|me) arm|(aansteker|sigaret\\w*|strijkijzer) (tegen|op) (mijn|me) (arm|huid|been|hand)",
        ),
        niet_voor="^(aan een|aan de|aan het|in de vinger|in mijn vinger|in mijn duim|bij het|met het keukenmes|tijdens|voor de gek|grapje)"
        "|oven|frituur|keukenmes|gekocht|baard|per ongeluk|contract|scheren|^door |blik|papier|spiegel|aardappel\\w*|groente\\w*|grapje|planning",
        niet_na="per ongeluk",
    ),
    # "ik wil niet meer leven", "ik hoef er niet meer te zijn", "als ik er niet meer ben".
    Familie(
        "niet meer leven, er niet meer zijn",
        "zelfdoding",
        (
            "lev",
            "lef",
            "bestan",
            "r niet ",
            "er ",
            "geboren",
            "besta",
            "ademen",
            "dorgan",
            "op arde",
            "ophoud",
            "mij houdt",
            "hier niet",
        ),
        (
            "niet ~1 (meer|me|langer|verder) (verder |hier )?(hoeven |willen |wil |hoef |kunnen |te |wens te )*(<leven>|leef|besta|ademen)",
            "niet (willen |wil |hoef |hoeven |kan |kunnen |verder |langer |hier |te )+(<leven>|leef)( meer)?|klaar ~4 ademen",
            "(niks|niets|niemand|geen \\w+) (meer )?om ~1 voor te leven|geen ~3 (in|om|tot) (het |verder )?(te )?(leven|leve)",
            "(zin|wil|moed|kracht|reden|lust) (meer )?(om (verder |door )?te leven|in het leven|tot leven) ~4 (weg|kwijt|verloren|niet|geen|op|verdwenen)",
            "(geen|nergens|kwijt|verloren|niet) ~4 (zin|wil|moed|kracht|reden|lust) ~3 (om (verder |door )?te leven|in (het|mijn|dit)? ?leven)"
            "|nergens ~3 zin in ~3 leven",
            "(waarom|waarvoor|waartoe) (zou|zal|moet|wil) ik (dan |nu |eigenlijk )*(nog |verder )+(leven|leef|doorgaan|bestaan|door)",
            "waar leef ik (het |eigenlijk |allemaal |dan )*nog voor|waar ik (het |eigenlijk )*nog voor leef|waarom ~3 nog ~1 op aarde"
            "|geen recht ~2 te leven|had ik ~2 (niet|nooit) bestaan|(te )?blijven leven|niet ~2 (doorgaan|verder|door) met (het )?leven|^er niet meer zijn|(hier|op deze \\w+) niet meer ~1 zijn(?! (als|om|voor|op (mijn|het|dit)))|er niet meer te (zijn|wezen)|mij houdt hier (niks|niet)"
            "|(waarom|waarvoor) (ik nog leef|leef ik( nog)?(?! zo)|ik nog (zou|moet) leven|ik ~2 besta)",
            "ik ~4 er ~3 niet meer (te )?(hoef |hoeven |wil |willen |zou |zouden |kan |had |hoor )*(ben|was|zijn|wezen|moeten zijn)",
            "(hij|ze|zij) ~1 er ~2 niet meer (wil|willen|wilde|zou willen|hoeft) ~1 (zijn|wezen)?|er niet meer (hoef|wil) (te )?(zijn|wezen)",
            "(wil|hoef|zou|liefst) (ik )?er (gewoon |liever |echt |maar |zo |helemaal )*niet meer (te )?(zijn|wezen)",
            "was ik er (maar |al |nu |allang |gewoon |liever )*niet( meer)?|ben er (morgen|straks|vannacht|binnenkort|dan|snel|gauw|volgende \\w+) niet meer|(morgen|straks|binnenkort|vanavond|dan) ben ik er (dan )?niet meer",
            "(beter|liever) ~2 er ~1 niet( meer)? (ben|was|zijn)|anders (was|had) ik er (al|allang|niet)",
            "(uit|schelen) of ik ~3 (leef|dood|blijf leven|doodga)|nooit op de wereld gezet|gevraagd om geboren|(overbodig|te veel|niet thuis|niet welkom) op (deze|de) wereld",
            "(nooit|niet) geboren (was|ben|had|zijn|geweest|hoeven)|(spijt|jammer|erg|haat) ~2 dat ik (er (nog )?ben|nog leef|besta)",
            "verdien ~3 (om )?te leven|had er al lang niet meer|(houdt|houden) (mij|me) ~2 (in leven|nog hier)",
        ),
        niet_na="(niet|nooit) lang |(blij|gelukkig|fijn) dat|(liever|nog) niet ",
        niet_voor="^(met (dat|die|dit|deze|al|het|de|zo veel|zoveel) (?!ziekte|pijn|verdriet|schuld|last|geheim|lijf|lichaam)|van |zo |voor (\\w+ )?"
        "(uur|half)|als |volgens|bij|op (?!deze (aard|wereld))|vrijdag|maandag|door vakantie|zonder |in de stad|aan|na )|pensioen|vakantie|vrij|kantoor|uur$|<ding>",
    ),
    # Weary of life: "het leven heeft geen zin meer", "levensmoe", "ik ben klaar met het leven", "mijn leven is af".
    Familie(
        "het leven",
        "zelfdoding",
        ("lev", "wereld", "bestan", "euthanas", "arde"),
        (
            "(het|mijn|me|mij|dit|t) (hele )?<leven> ~4 (geen (enkele )?(zin|nut|waarde|doel|betekenis)( meer)?(?! in)|(niks|niet) (meer )?"
            "(te )?waard|zinloos|waardeloos|ondraaglijk|uitzichtloos|hoeft niet|niet meer (zitten|schoon|leuk|nodig)|niks voor mij)",
            "leven is (een |alleen |maar |mij een )*last|(ga|gaan) uit het leven|(voor|van) mij hoeft (het|mijn|dit) leven|leven is (het )?(de moeite )?niet (meer )?waard|<leven> (heeft|hoeft|is|mag|lijkt) (voor|van) mij ~2 (geen|niet|niks|over|voorbij|stoppen)|<leven> hoeft ~3 niet",
            "heeft (het |mijn |dit )?leven (nog |wel |eigenlijk |dan )*(voor )?(zin|nut)|leven (nog )?(voor |nog )+(zin|nut)|zin van (het|mijn) "
            "leven (is|kwijt|niet)",
            "(zie|ziet) (het |mijn )?leven ~1 niet ~1 zitten|zitten (in|met) (het|mijn) leven|(het|mijn|dit) leven (is |vind ik |was )?(echt |nu )*"
            "(af|voltooid|voorbij|afgelopen|klaar|over en uit)(?! (het|voor|met))",
            "levenseindekliniek|(vrijwillig|mijn|mijn eigen) levenseinde|(wanneer|hoe|dat) mijn leven (eindigt|stopt|ophoudt)|levensmoe|leven(s)? ?(beu|zat|moe)|(beu|moe|genoeg|zat|klaar|vermoeid|stop|stoppen|stopt|gestopt|ophouden|gedaan|moet stoppen) "
            "(nu |echt |ook |alles |van |met |in )*(te |het |heel |alles met het )*(mijn|dit|me|al dat|zijn|haar)? ?<leven>(?! in| op| als)",
            "<leven> (echt |zo |meer dan |helemaal |gewoon )*(beu|zat|moe|gezien)|uitgeleefd|stop leven|leven (is )?klaar (voor|met)",
            "(met alles met|er mee stoppen met|er mee stoppen) (het |te )?leven|er mee stoppen ~1 met (het )?leven|leven (ga ik |wil ik )?stoppen",
            "(mag|wil|laat|kan) ~6 (gedaan|afgelopen|voorbij|over|klaar) (zijn |is )?(met )?(het |mijn |me )?leven",
            "(wil|vraag|heb|ga|denk|overweeg) (ik )?(nu |ook |aan |over |om )*euthanasie|waardig (sterven|einde|gaan)",
            "(weg|verdwijnen|vertrekken|af) (uit|van) (deze|dit|de|het|mijn) (wereld|leven|aarde)|deze wereld ~5 (weg|verlaten)|wereld beter",
            "(mijn|me|mij|het|haar|zijn) (eigen )?leven ~1 (te )?(beeindigen|beeindig|afsluiten|stopzetten|stoppen|nemen|benemen)"
            "|(beeindig|beeindigen) ~1 mijn leven|punt achter ~3 leven",
            "(hoe lang|niet) ~4 leven ~3 (volhoud|volhou|aankan|aan kan)|leven (is |doet )?(echt |alleen |een |te veel )*(pijn|hel|kwelling|straf)",
            "(kan|trek|hou|houd|verdraag|wil|moet) ~3 (het|dit|mijn) leven ~2 niet (meer|langer)( aan)?(?= \\.| $| en| want| zo)|leven (te )?verlaten"
            "|(ophouden|opgehouden|ophoud) met (leven|bestaan)|<leven> ~4 (een straf|te zwaar)|leven ~3 (moet|hoef|wil) ik ~1 niet( meer)?|beter leven zonder (mij|me)|leven zonder (mij|me)",
        ),
        niet_voor="^(op (mijn|het) werk|in (dit|dat) team|zonder (koffie|muziek|fiets))|^(in|bij|op) (deze|dit|het) (baan|bedrijf|werk)"
        "|^(op de automat|volgens|bij |van (vroeger|toen)|zo)|^met (al |die |dat )|<ding>",
        niet_na="(oma|opa|tante|vader|client\\w*|bewoner\\w*) (\\w+ ){0,3}$|(niet|nooit|geen) (echt |zo )?$",
    ),
    # "ik maak er een eind aan": without a conversation, a job or a relation being what ends.
    Familie(
        "een eind eraan",
        "zelfdoding",
        ("eind", "end ", "ent ", "vorbij"),
        (
            "<einde> ~2 aan (de |het |dit |al dit |al het )?(alles|<mijn> leven|het leven|leven|mezelf|pijn|lijden|ellende)",
            "<einde> (maken |te maken )?(aan|an) (mijn|me|mij|het|haar|zijn|hun|dit) (eigen )?leven",
            "(ik|hij|ze|zij|man|vrouw|zoon|dochter|vriend|vriendin) ~5 er ~2 een <einde> (aan|an) (te |ga |gaat |wil |zou |gaan |kan |kunnen )*(maak|maakt|maken)",
            "(maak|ga|gaat|wil|zal|maakt) (ik |hij |ze )?er (nu |vanavond |vannacht |gewoon |zelf )*(een )?<einde> (aan|an)(?! gemaakt)",
            "<einde> (aan|an) (te |ga |gaat |wil |zou )*maken(?= \\.|$| punt)|had ik er ~3 een <einde> aan gemaakt|ik ~2 zelf een <einde> maken|(voorbij|gedaan|over|afgelopen|klaar) met (mij|me)(?= $| \\.| en)|(laf|bang) om er ~2 een <einde>",
            "(wil|hoop) dat (het|alles) (gewoon |nu |eindelijk )*(voorbij|over) is (mijn leven|alles|voorgoed)",
        ),
        niet_na="(we|laten|zullen|zou je|kun je|kunnen we|werkgever|je) (\\w+ ){0,4}$|<ding> (\\w+ ){0,3}$",
        niet_voor="^(maken |te maken |gaan maken |maak )?(aan|dat|die|deze|dit|om|voor|na|rond|tegen|de (?!pijn|kinderen)|het (?!leven|lijden))"
        "( |$)(?!leven|pijn|mijn leven)|<ding>",
    ),
    # Sleeping for good: "ik hoop dat ik niet meer wakker word", "eeuwige rust".
    Familie(
        "niet meer wakker worden",
        "zelfdoding",
        ("waker", "ewige", "altijd", "vorgoed", "opsta", "verdwijn", "inslap", "terugzie", "vanaf"),
        (
            "(niet|nooit) (meer )*wakker (te |hoef te |hoeven |zou |zal |was |ge)*(word|worden|wordt|geworden)",
            "(morgen|nooit) (maar |gewoon )*(niet|nooit|meer) (meer )?(wakker|opsta|opstaan)(?! om)|niet meer opstaan nooit",
            "(inslapen|in slaap vallen|slapen) ~4 (niet|nooit) meer ~2 (wakker|opstaan|opsta)",
            "(voor altijd|voorgoed|eeuwig) (kunnen |mogen |willen )?(slapen|rusten|weg|rust|stil|verdwijnen|verdwenen)|eeuwige (rust|slaap)|(rust|slapen|weg|verdwijnen) ~1 (voorgoed|voor altijd|voor eeuwig)",
            "wil (gewoon |alleen maar |het liefst |echt |het liefste )*verdwijnen(?= \\.|$| en| zonder dat)|verdwijnen ~3 (nooit|voorgoed|niet meer)",
            "er (van af|vanaf) (zijn|wezen) voorgoed|(mij|me) (nooit|niet) meer (terugzien|terugzie|terug zie)",
        ),
        niet_voor="^(van|om|door|met|als|liggen|voor|uit (het|dat|dit) team|naar huis)",
    ),
    # Stepping out: "ik wil eruit stappen", not out of a project, a job or a train.
    Familie(
        "eruit stappen",
        "zelfdoding",
        ("stap", "wil er uit"),
        (
            "(uit|van) (het|dit|mijn|me|mij) leven ~1 (te )?(stappen|stap)|stap ~2 uit (het|dit|mijn) leven",
            "er ~2 uit (te |wil |kunt |kan |ga |zou |willen |kunnen |moet )*(stappen|stap)|stap er (zelf |gewoon )*uit|stap ik er (\\w+ )?uit(?= \\.| $)|kan niet meer ~3 wil er uit",
        ),
        niet_na="(regeling|project|relatie|bestuur|trein|bus|auto|contract|baan|bedrijf|meldkamer|mensen|collega) (\\w+ ){0,6}$",
        niet_voor="^(uit|bij|met een|als|zodra|op|voor mijn|en iets anders)( |$)|bedrijf|<ding>",
    ),
    # No way out, no sense in going on.
    Familie(
        "geen uitweg",
        "zelfdoding",
        ("uitweg", "ziten", "vor mij", "van mij", "hier houd", "verder", "dat het ", "dat ales", "mag "),
        (
            "geen (enkele |andere |ander )?uitweg( meer)?",
            "(ik|hij|ze|zij|vader|moeder|man|vrouw|zoon|dochter) (zie|ziet) (het )(allemaal |echt |gewoon |zelf |helemaal |leven |eerlijk gezegd )*"
            "niet meer zitten|^(zie|zie ik) (het )(allemaal |echt |gewoon )*niet meer zitten",
            "(hoeft|hoef) (het )?(voor|van) mij (het |dit |alles |allemaal |echt |gewoon |zo )*niet (meer|langer)",
            "(voor|van) mij hoeft (het |dit |alles )(allemaal |echt |gewoon |zo )*niet (meer|langer)|voor mij ~2 niet meer ~1 hoeft",
            "(mag|mocht) (het )?(voor|van) mij (nu |wel |het )*(gedaan|afgelopen|voorbij|over|op) zijn",
            "(niks|niemand) ~3 (mij|me) (nog )?hier houdt|wil niet verder (met leven|leven)|geen reden ~3 verder|allemaal geen zin meer(?= \\.| $| en| ik| want)|(kan|trek|verdraag) (de|deze|die) pijn ~2 niet (meer|langer)( aan| verdragen)?(?! in)"
            "|<naaste> ~6 voor (hem|haar) ~1 niet meer ~1 hoeft",
            "wil dat (alles|het allemaal|het|de pijn) (nu |gewoon )*(stopt|ophoudt) ~1 (alles|voorgoed|ook ik|desnoods)|wil dat alles (stopt|ophoudt)",
        ),
        niet_na="(dit|dat|die|deze) (\\w+ )?$|<ding> (\\w+ )?$",
        niet_voor="^(zon )|^(uit|in|voor|bij|naar|op|om|met|dat|hier|als|aan|dan) (?!mij|de dood|dood)|<ding>",
    ),
    # Being a burden: "ze zijn beter af zonder mij", "niemand zou me missen".
    Familie(
        "tot last",
        "zelfdoding",
        (
            "zonder mij",
            "zonder me",
            "misen",
            "mist ",
            "last ",
            "als ik ",
            "dat ik ",
            "verzekering",
            "vinden",
            "blok an",
        ),
        (
            "(beter|fijner|gelukkiger|makkelijker) (af |kunnen |kan |zijn |geweest |leven )*zonder (mij|me)(?!de|ts)(?= \\.|$| dat| en| want| hier)",
            "(kan|kunnen|af) (\\w+ )?beter zonder (mij|me)|beter af (\\w+ )?zonder (mij|me)",
            "zonder (mij|me) (is |zijn |hebben |zou |zouden |het |ze |zal |allemaal |alles |echt )*~2 (beter|makkelijker|gelukkiger|fijner|rustiger)",
            "niemand (zou|zal|gaat|die|mist) ~4 (mij|me) ~2 (missen|mist|mis)|niemand ~4 (mij|me) (zou|zal|gaat) missen|niemand mist (mij|me)(?! als)",
            "(ben|iedereen|hun|ze|jullie|hen|familie|gezin|kinderen) !3 tot last|ben ~4 last voor (iedereen|mijn|hun|jullie|anderen|de (mensen|kinderen))",
            "(zullen|gaan) (me|mij|je) (nog )?(wel )?missen|(geen|niemand) ~2 last (meer )?van mij|(niet langer|niemand) (meer )?in de weg (zal |te )?(staan|zitten|sta|zit)|niemand (meer )?tot last|blok aan (het|hun|zijn|haar) been (van|voor)|(redden|redt|red) (zich|het) (wel |best |prima )?zonder (mij|me)",
            "(beter|opgelucht|blij|rust|makkelijker|erg|fijner|liever|missen|huilen|geven|merken) ~6 (als|dat|wanneer) ik (er )?(zelf |morgen |straks "
            "|echt |gewoon )*(niet meer|dood|weg|verdwenen)( zou| voorgoed)?(?: (was|ben|zijn|zou zijn|zou|bestond)|$| \\.)",
            "(beter|opgelucht|blij|rust|makkelijker|fijner|liever) ~6 (als|dat|wanneer) ik er (gewoon |echt )*niet (was|zou zijn|bestond)",
            "als ik er niet (meer )?(ben|was) ~3 (rust|beter|makkelijker|vrij|opgelucht|blij)",
            "meer aan (mijn|me|mij|de) (\\w+ )?(levensverzekering|verzekering|uitkering)",
            "(prima|niet erg|fijn|geen ramp) ~4 (als ik|om) ~3 (onder|niet meer wakker)",
        ),
        niet_na="(team|afdeling|winkel|bedrijf|collega\\w*|klas|kantoor|bestuur|overleg|organisatie) (\\w+ ){0,4}$",
        niet_voor="afdeling|kantoor|overleg|team|vergadering|vakantie|vrij|werk|dienst|dag|knie|als coordinator|knieen|pensioen",
    ),
    # Ways: trains, heights, water, trees, ropes, saving up pills. Only as a wish, a thought or a plan, not as an accident.
    Familie(
        "manieren",
        "zelfdoding",
        (
            "trein",
            "metro",
            "spring",
            "sprong",
            "tegen en",
            "tegen die",
            "onder en",
            "onder de",
            "stur",
            "tou",
            "strop",
            "pil",
            "medic",
            "paracet",
            "dodelijk",
            "ongeluk",
            "water",
            "kanal",
            "kogel",
            "mes",
            "pijnlos",
            "hart",
            "hop",
            "niet mer thuis",
            "niet mer terug",
            "viaduct",
            "laf",
        ),
        (
            "voor (de|een|die) (\\w+ )?<trein> ~2 (springen|spring|gooien|gooi|liggen|lopen|stappen|werpen|gooit|springt)"
            "|(spring|springen|gooi|gooien|stap|werpen|loop) ~2 voor (de|een|die) <trein>(?! van)",
            "(hoop|hopelijk|wil|zou|liever|wens|erg) ~6 (onder|door) (een|de) <trein>|(hoop|wou|wens) ~3 niet meer (thuiskom|terugkom|terugkwam|thuiskwam)",
            "(hoop|wens|bid|wou|hopelijk) !5 (ongeluk|kanker|hartaanval|uit de bocht|geschept|neerstort|neerstorten|aangereden|overreden|omkom|verongeluk)",
            "(denk|gedachte|dacht|wil|zin|neiging|drang|overweeg|fantaseer|zou|over|gewoon) ~9 tegen (een|die|de) (\\w+ )?<boom> "
            "~2 (rijden|rij|knallen|sturen|aan|aanrijden|klappen|te)",
            "als ik (nu |dan )?(het|mijn|aan het) stuur ~2 (om|omgooi|omtrek|los|loslaat|geef|draai)|stuur ~2 omgooi\\w*|gooi (ik )?(het|mijn) stuur om|keer sturen ~4 (voorbij|klaar|over)",
            "(van|vanaf) (het|de|een|mijn|die|dat) (\\w+ )?<hoogte> (af )?(te )?(springen|spring|vallen|afspringen)"
            "|spring ~2 (van|vanaf) (het|de|een|mijn) (\\w+ )?<hoogte>|uit het raam (te )?(springen|spring)",
            "(drang|neiging|stem|stemmen|verleiding|zeggen|denk ik|laf|bijna|durf) ~5 (te )?(springen|spring|gesprongen)|nu springen ~3 klaar",
            "<water> in (te )?(rijden|rijd|rij|sturen)|in (het|een|de) <water> (te )?(rijden|sturen|verdwijnen)",
            "(touw|strop) ~2 (al )?(klaar|gekocht|opgehangen|gehaald)|kogel door (mijn|me) (kop|hoofd)",
            "(stond|stonden|zat|lag) ~4 (op|bij|langs|aan) (het|de|een) (spoor|rails|brug|dak|rand|viaduct|perron|galerij|balkon) ~9 (springen|sprong|gesprongen|durfde"
            "|naar beneden)|inhouden ~2 niet ~6 (springen|staan|rijden|sturen)|(op|boven) (de|het|een) (viaduct|brug|perron) (gestaan|gezeten) ~4 (beneden|springen|trein)",
            "<pillen> ~3 (opgespaard|gespaard|bewaard|verzameld|sparen|opsparen|verzamelen|klaarliggen|klaar liggen)|(spaar|verzamel) ~4 <pillen>|<pillen> (liggen|staan) ~1 klaar|<pillen> ~7 om in te nemen",
            "hoeveel ~3 <pillen> ~4 (nodig|dodelijk|dood|genoeg|sterven)|genoeg <pillen> ~2 (om|in huis)|dodelijke? dosis|<pillen> ~3 dodelijk",
            "(strip|pot|doos|doosje|berg|hand|handvol) (met |vol |vol met )?<pillen> (hier )?(voor (me|mij|mijn neus)|naast me|in mijn hand|klaar)",
            "geprobeerd (met|door) (<pillen>|te \\w+en)|<pillen> in huis|(wil|hoop|wou|bid) ~3 (mijn|me) hart ~2 (er mee )?(stopt|stopte|ophoudt|ophield|stilstaat)|als (mijn|me) hart ~2 (stopte|ophield)",
            "mes in (mijn|me) hand|mes (al|ligt) ~1 (klaar|naast)|heb het mes|pijnloos ~5 (uit|dood|einde|gaan|doen|sterven)",
        ),
        niet_na="(machinist|aanrijding|slager|kok|keuken|werk als|client\\w*|bewoner\\w*|net op tijd|geteld) (\\w+ ){0,6}$",
        niet_voor="^(van (acht|zeven|half)|halen|naar)|slager|vis|vlees|kaas|groente\\w*|huisapotheek|zwembad|opgeborgen",
    ),
    # Saying goodbye, having tried before, being fetched.
    Familie(
        "afscheid",
        "zelfdoding",
        (
            "afscheid",
            "vrwel",
            "varwel",
            "latste",
            "poging",
            "begrafenis",
            "sory",
            "spijt",
            "god ",
            "hemel",
            "darboven",
            "hierboven",
            "rouw",
            "113",
            "achterna",
            "zelf ok",
            "hoe ik het",
            "brief",
            "salut",
            "vinden",
            "ben ik het",
            "achter hem",
            "achter har",
            "gered",
            "overleden",
            "mijn spulen",
            "knufel",
            "terug",
        ),
        (
            "afscheidsbrie\\w*|(brief|brieven) (al |nu )?(geschreven|klaar) ~4 afscheid|afscheid genomen van (mijn|me|iedereen|het leven)|iedereen ~4 afscheid genomen"
            "|(brief|brieven) ~4 waarin ik afscheid|(genoeg|besloten|besluit) ~4 (brief|brieven) (ligt|liggen)",
            "vaarwel ~2 (allemaal|jullie|zorg|wereld|iedereen|sorry|lieve|mijn)|(sorry|spijt me|vergeef me) (voor|van) alles|vaarwel$",
            "(dit|het) (is|wordt|zijn) mijn (allerlaatste|laatste) (bericht|avond|dag op aarde|nacht(?!dienst)|woorden|brief)",
            "(ik|heb|deed) ~6 (zelfmoord)?poging (gedaan|ondernomen|achter de rug)(?! om)|opgenomen na (een|mijn) poging",
            "(fantaseer|droom|denk|dagdroom) ~4 (mijn|me) (eigen )?(begrafenis|uitvaart|crematie)",
            "(god|heer|jezus|allah) (mij|me) ~2 (halen|ophalen|haalt|wegneemt|meeneemt)|(wil|wou|mag) ~8 (daarboven|hierboven|naar de hemel)|(naar|bij) ~5 in de hemel|(wil|ga) ~2 <naaste> achterna",
            "rouw ~9 (ik|wil) ~5 (zelf|ook|hetzelfde|achterna|achter (hem|haar) aan|naar (hem|haar) toe|mee)",
            "(wil|denk) ~4 (achter (hem|haar) aan|(hem|haar) achterna)|denk er ~3 zelf ~1 (aan|over)|nu ben ik het zelf|zodat ze (mij|me) niet vinden|zonder dat ~3 (mij|me) vinden|(uitgezocht|bedacht|gepland|weet al) ~1 hoe ik het (ga|kan|wil|zou|moet)? ?doen"
            "|laatste dag op aarde|(vertel|zeg) (tegen |aan )?(mijn|me) ~2 dat ik van (ze|hem|haar|hen) (hou|hield)|zeg ~4 dat het niet (zijn|haar|hun) schuld is|(vorige|eerdere|mislukte) poging(?! (om|tot|van))|poging (is |was )?mislukt(?! om)|(wou|had|hadden|waarom) ~4 (me|mij) (niet|laten) ~1 (gered|liggen)|(bij|naar) mijn overleden \\w+ (zijn|toe)|(geef|deel) mijn spullen ~1 weg|god ~4 (naar huis mag|halen)|god om (mij|me) ~2 nemen|levend niet (tenminste|meer)"
            "|(knuffel|zeg|zorg) ~4 (kinderen|kids|hond|kat|vrouw|man|moeder) ~6 (kom niet meer terug|voor altijd)",
            "(moet|wil|ga|heb|zal) (ik )?(nu |met |misschien |even |weer )*113|denk ~4 hoe ik het ga doen|hoe ik het ga doen en wanneer",
        ),
        niet_voor="pensioen|collega|collegas|team|baan|werk|bewoner\\w*|client\\w*|klas",
        niet_na="(pensioen|bewoner\\w*|client\\w*|patient\\w*|vrijwilliger|training) (\\w+ ){0,6}$",
    ),
)

FAMILIES: tuple[Familie, ...] = ACUUT + ZELFDODING + GEWELD
