"""The crisis gate's families for suicide and self-harm that is said outright.

Rows are read as described in `bot.nlu.crisis.patronen`.
What people only hint at stands in `bot.nlu.crisis.verhuld`.
"""

from __future__ import annotations

from bot.nlu.crisis.woorden import Familie

ZELFDODING: tuple[Familie, ...] = (
    # The words themselves, also in English and German; what is harmless was replaced before.
    Familie(
        "met zoveel woorden",
        "zelfdoding",
        (
            "<zelfmoord>",
            r"zlfmo?rd\w*",
            r"automutil\w*",
            r"zelf ?(beschadig|verwond|verminking|pijnig)\w*",
            "middel x",
            r"uit mijn lijden verlos\w*",
            "laatste ?wil ?pil",
            "kms",
            "(kill|killing|hurt|harm) myself",
            "(want to|wanna) die",
            "want die$",
            "(dont|do not|not|no longer) want to live",
            "end (it all|my life)",
            "unalive",
            "better off without me",
            r"suicid\w*",
            "self ?harm",
            "will sterben",
            "cut(ting)? myself",
            "(je )?veux mourir",
            "quiero morir",
            "olmek istiyorum",
            "chce umrzec",
            "nie chce ~1 zyc",
            "zabic sie",
            "zabije sie",
            "(nicht|niet) mehr leben",
            "(beroof|beroven) ~1 <me> van het leven",
            "<me> ~2 van het leven (te )?beroven",
            "<wil> ~3 zich van het leven (te )?beroven",
            "zich ~2 van kant ~2 maken",
        ),
        niet_na="zelfredzaam",
    ),
    # Any "dood" that is left and is about the speaker: "ik wil dood", "was ik maar dood", "dood is de enige uitweg".
    Familie(
        "dood willen",
        "zelfdoding",
        (
            "(ik|me|mij|mezelf) #9 (?<!die )(?<!als )<dood>(?! van (?!de stem)|(?: te| gaat| ga| wil)? (?:maken|"
            "maakt|slaan|steken|schieten))",
            "ik sterf",
            "<dood> (wil|willen|wilde|wou|te willen)",
            r"<wil> (\w+ )?(gewoon |nu |echt |alleen |maar |graag |zo |liever |ook )*<dood>",
            "(ga|liever|beter|mag|moet) ~1 <dood>",
            "<dood> (is|lijkt|zou|voelt|zijn) ~4 (beter|beste|fijn|fijner|rust|prettig|makkelijker|aantrekkelijk|"
            "oplossing|uitweg|bevrijding|verlossing|opluchting)",
            "(oplossing|uitweg|bevrijding|verlossing) ~4 <dood>",
            r"(verlang|verlangen|snak|hunker|zin|gedachte\w*) ~2 (naar|in|aan|over) ~2 <dood>(?! van)",
            "doodswens",
            "doods?verlangen",
            "(pijnloos|manieren? om|hoe|hoeveel|zeker|dodelijk) ~5 <dood>",
            r"(plan|stap|doel|nodig|doen)( \d)? <dood>",
            r"^<dood>( \.)*$",
            r"stap \d dood",
            "(wou|hoop|wens|wil) ~4 (iemand|ze|hij|een auto) (mij|me) "
            "(doodreed|doodrijdt|doodschiet|doodschoot|dood maakt|doodmaakt|aanrijdt|overrijdt)",
        ),
        niet_voor=(
            "^(in|op) (dat|een|het|mijn) (spel|level|game)|begraven|gecremeerd|crematie|nalaten|erfenis|testament|"
            "^hout|^gewicht"
        ),
    ),
    # Doing something to oneself: killing, hurting, cutting.
    Familie(
        "zichzelf iets aandoen",
        "zelfdoding",
        (
            "<mezelf> ~4 (doden|dood ?maken|dood te maken|om het leven|van kant|vermoorden|ophangen|op te hangen|"
            "verhangen|opknopen|verdrinken|verzuipen|vergassen|vergiftigen|doodsteken|doodschieten|neerschieten|"
            "afmaken|opblazen|te doden)",
            "(ga|wil|moet|kan|zal|zou|om) ~3 me (gewoon |maar |echt |zelf |eigen )*(van kant maken|ophangen|"
            "verhangen|verdrinken|opknopen|verzuipen|doodschieten|doodrijden|te verdrinken|op te hangen|te "
            "verhangen)",
            "(dood|hang|verhang|verdrink) <mezelf>",
            "maak (ik )?me(zelf)? (zelf |eigen )?(af|van kant|dood)(?! van)",
            "<mezelf> (zelf )?(weer |nog |echt |ook |misschien |nu )*(iets|wat) (ga |zal |zou |wil )?(aan|"
            r"aandoe\w*)(?! (te )?trek)",
            r"(zichzelf|zich|haarzelf|hemzelf) ~3 (iets|wat) (aandoe\w*|aan doe\w*|aan te doen|aan gaat doen)",
            "(snij|snijd|snijdt|kras|krab|brand|verwond|beschadig|steek|pijnig|bezeer) (ik )?(dan |weer |soms "
            ")*<mezelf>",
            r"(snij|snijd) (ik )?(mij|me)(?= $| \.)",
            "(kras|snij|snijd|krab) (ik )?(mijn|me) (arm|armen|been|benen|pols|polsen|huid|buik)( open| kapot)?",
            "<mezelf> (weer |expres |opzettelijk )+pijn gedaan",
            "(mes|mesje|touw|<pillen>) ~6 (weet niet|twijfel|durf) ~3 ik het",
            "(snij|snijd) (ik )?me (weer|soms|elke|vaak|nog|stiekem|al|in mijn (arm|armen|been|benen|pols|polsen|"
            "buik))",
            "(snij|snijd|kras|sneed|snijden|krassen|sneden) (ik )?(weer |soms |nog |dan )*in (mijn|me) (arm|armen|"
            "been|benen|pols|polsen|buik|huid|bovenbenen)",
            "(me|mezelf) (weer |net |gisteren |vannacht |vaak |ook |expres |opnieuw )*(gesneden|gekrast|verwond|"
            r"gebrand|bezeerd ~2 mes\w*)",
            "<mezelf> ~4 (te )?<verwonden>",
            "door te (snijden|krassen|hongeren|branden)",
            r"<naaste> (snijdt|verwondt|beschadigt) zich\w*",
            "(doe|pijnig) <mezelf> (expres |weer |soms |vaak |steeds |opzettelijk )*pijn",
            "<mezelf> (expres |weer |opzettelijk )*pijn (te )?doen",
            "(sla|bonk|beuk) <mezelf> (tot|bont|blauw|hard|in mijn gezicht)",
            "(bonk|sla|beuk) ~2 (mijn|me) hoofd tegen",
            "vertrouw <mezelf> niet",
            "bang voor <mezelf>",
            "armen ~3 littekens",
            "brandplekken ~2 <mezelf>",
            r"scheermes\w*",
            "<mezelf> ~3 uithongeren",
            "straf ik me",
            r"(snij|snijd) ik(?= weer|( ?\.)| $| tot| om| als)",
            "(begonnen|bezig|weer|doorgaan|stoppen) (met|aan het) snijden",
            "snijden (helpt|lucht|voelt)",
            "(mijn|me|mezelf|ik) ~5 tot (het|ik) bloedt?",
            "(bijt|bijten) (ik )?in (mijn|me) arm",
            r"(aansteker|sigaret\w*|strijkijzer) (tegen|op) (mijn|me) (arm|huid|been|hand)",
            "gesneden ~2 (armen|benen|polsen)",
            "(armen|benen|polsen) ~2 (kapot|open) ~2 (snijden|sneed|gesneden|krassen)",
            "zie (mijn|me) bloed",
        ),
        niet_na="per ongeluk",
        niet_voor=(
            "^(aan een|aan de|aan het|in de vinger|in mijn vinger|in mijn duim|bij het|met het keukenmes|tijdens|"
            "voor de gek|grapje)|oven|frituur|keukenmes|gekocht|baard|per ongeluk|contract|scheren|^door elke |blik|"
            r"papier|spiegel|aardappel\w*|groente\w*|grapje|planning"
        ),
    ),
    # "ik wil niet meer leven", "ik hoef er niet meer te zijn", "als ik er niet meer ben".
    Familie(
        "niet meer leven, er niet meer zijn",
        "zelfdoding",
        (
            "niet ~1 (meer|me|langer|verder) (verder |hier )?(hoeven |willen |wil |hoef |kunnen |te |wens te "
            ")*(<leven>|leef|besta|ademen)",
            "niet (willen |wil |hoef |hoeven |kan |kunnen |verder |langer |hier |te )+(<leven>|leef)( meer)?",
            "klaar ~4 ademen",
            r"(niks|niets|niemand|geen \w+) (meer )?om ~1 voor te leven",
            "geen ~3 (in|om|tot) (het |verder )?(te )?(leven|leve)",
            "(zin|wil|moed|kracht|reden|lust) (meer )?(om (verder |door )?te leven|in het leven|tot leven) ~4 (weg|"
            "kwijt|verloren|niet|geen|op|verdwenen)",
            "(geen|nergens|kwijt|verloren|niet) ~4 (zin|wil|moed|kracht|reden|lust) ~3 (om (verder |door )?te "
            "leven|in (het|mijn|dit)? ?leven)",
            "nergens ~3 zin in ~3 leven",
            "(waarom|waarvoor|waartoe) (zou|zal|moet|wil) ik (dan |nu |eigenlijk )*(nog |verder )+(leven|leef|"
            "doorgaan|bestaan|door)",
            "waar leef ik (het |eigenlijk |allemaal |dan )*nog voor",
            "waar ik (het |eigenlijk )*nog voor leef",
            "waarom ~3 nog ~1 op aarde",
            "geen recht ~2 te leven",
            "had ik ~2 (niet|nooit) bestaan",
            "(te )?blijven leven",
            "niet ~2 (doorgaan|verder|door) met (het )?leven",
            "^er niet meer zijn",
            r"(hier|op deze \w+) niet meer ~1 zijn(?! (als|om|voor|op (mijn|het|dit)))",
            "er niet meer te (zijn|wezen)",
            "mij houdt hier (niks|niet)",
            "(waarom|waarvoor) (ik nog leef|leef ik( nog)?(?! zo)|ik nog (zou|moet) leven|ik ~2 besta)",
            "ik ~4 er ~3 niet meer (te )?(hoef |hoeven |wil |willen |zou |zouden |kan |had |hoor )*(ben|was|zijn|"
            "wezen|moeten zijn)",
            "(hij|ze|zij) ~1 er ~2 niet meer (wil|willen|wilde|zou willen|hoeft) ~1 (zijn|wezen)?",
            "er niet meer (hoef|wil) (te )?(zijn|wezen)",
            "(wil|hoef|zou|liefst) (ik )?er (gewoon |liever |echt |maar |zo |helemaal )*niet meer (te )?(zijn|wezen)",
            "was ik er (maar |al |nu |allang |gewoon |liever )*niet( meer)?(?! bij| meer bij)",
            r"ben er (morgen|straks|vannacht|binnenkort|dan|snel|gauw|volgende \w+) niet meer",
            "(morgen|straks|binnenkort|vanavond|dan) ben ik er (dan )?niet meer",
            "(beter|liever) ~2 er ~1 niet( meer)? (ben|was|zijn)",
            "anders (was|had) ik er (al|allang|niet)",
            "(uit|schelen) of ik ~3 (leef|dood|blijf leven|doodga)",
            "nooit op de wereld gezet",
            "gevraagd om geboren",
            "(overbodig|te veel|niet thuis|niet welkom) op (deze|de) wereld",
            "(nooit|niet) geboren (was|ben|had|zijn|geweest|hoeven)",
            "(spijt|jammer|erg|haat) ~2 dat ik (er (nog )?ben|nog leef|besta)",
            "verdien ~3 (om )?te leven",
            "had er al lang niet meer",
            "(houdt|houden) (mij|me) ~2 (in leven|nog hier)",
        ),
        niet_na="(niet|nooit) lang $|(blij|gelukkig|fijn) $|(blij|gelukkig|fijn) dat |(liever|nog) niet $",
        niet_voor=(
            "^(met (dat|die|dit|deze|al|het|de|zo veel|zoveel) (?!ziekte|pijn|verdriet|schuld|last|geheim|lijf|"
            r"lichaam)|voor (\w+ )?(uur|half)|volgens|in de stad|op (het platteland|kantoor|mijn werk|de afdeling|"
            r"\w+dag)|zonder (auto|koffie|telefoon)|\w+dag |(na|door|vanwege|met) (mijn )?(pensioen|vakantie))|"
            "vrij$"
        ),
    ),
    # Weary of life: "het leven heeft geen zin meer", "levensmoe", "ik ben klaar met het leven", "mijn leven is af".
    Familie(
        "het leven",
        "zelfdoding",
        (
            "(het|mijn|me|mij|dit|t) (hele )?<leven> ~4 (geen (enkele )?(zin|nut|waarde|doel|betekenis)( meer)?(?! "
            "in)|(niks|niet) (meer )?(te )?waard|zinloos|waardeloos|ondraaglijk|uitzichtloos|hoeft niet|niet meer "
            "(zitten|schoon|leuk|nodig)|niks voor mij)",
            "leven is (een |alleen |maar |mij een )*last",
            "(ga|gaan) uit het leven",
            "(voor|van) mij hoeft (het|mijn|dit) leven",
            "leven is (het )?(de moeite )?niet (meer )?waard",
            "<leven> (heeft|hoeft|is|mag|lijkt) (voor|van) mij ~2 (geen|niet|niks|over|voorbij|stoppen)",
            "<leven> hoeft ~3 niet",
            "heeft (het |mijn |dit )?leven (nog |wel |eigenlijk |dan )*(voor )?(zin|nut)",
            "leven (nog )?(voor |nog )+(zin|nut)",
            "zin van (het|mijn) leven (is|kwijt|niet)",
            "(zie|ziet) (het |mijn )?leven ~1 niet ~1 zitten",
            "zitten (in|met) (het|mijn) leven",
            "(het|mijn|dit) leven (is |vind ik |was )?(echt |nu )*(af|voltooid|voorbij|afgelopen|klaar|over en "
            "uit)(?! (het|voor|met))",
            "levenseindekliniek",
            "(vrijwillig|mijn|mijn eigen) levenseinde",
            "(wanneer|hoe|dat) mijn leven (eindigt|stopt|ophoudt)",
            "levensmoe",
            "leven(s)? ?(beu|zat|moe)",
            "(beu|moe|genoeg|zat|klaar|vermoeid|stop|stoppen|stopt|gestopt|ophouden|gedaan|moet stoppen) (nu |echt "
            "|ook |alles |van |met |in )*(te |het |heel |alles met het )*(mijn|dit|me|al dat|zijn|haar)? "
            "?<leven>(?! in| op| als)",
            "<leven> (echt |zo |meer dan |helemaal |gewoon )*(beu|zat|moe|gezien)",
            "uitgeleefd",
            "stop leven",
            "leven (is )?klaar (voor|met)",
            "(met alles met|er mee stoppen met|er mee stoppen) (het |te )?leven",
            "er mee stoppen ~1 met (het )?leven",
            "leven (ga ik |wil ik )?stoppen",
            "(mag|wil|laat|kan) ~6 (gedaan|afgelopen|voorbij|over|klaar) (zijn |is )?(met )?(het |mijn |me )?leven",
            "(wil|vraag|heb|ga|denk|overweeg) (ik )?(nu |ook |aan |over |om )*euthanasie",
            "waardig (sterven|einde|gaan)",
            "(weg|verdwijnen|vertrekken|af) (uit|van) (deze|dit|de|het|mijn) (wereld|leven|aarde)",
            "deze wereld ~5 (weg|verlaten)",
            "wereld beter",
            "(mijn|me|mij|het|haar|zijn) (eigen )?leven ~1 (te )?(beeindigen|beeindig|afsluiten|stopzetten|stoppen|"
            "nemen|benemen)",
            "(beeindig|beeindigen) ~1 mijn leven",
            "punt achter ~3 leven",
            "(hoe lang|niet) ~4 leven ~3 (volhoud|volhou|aankan|aan kan)",
            "leven (is |doet )?(echt |alleen |een |te veel )*(pijn|hel|kwelling|straf)",
            r"(kan|trek|hou|houd|verdraag|wil|moet) ~3 (het|dit|mijn) leven ~2 niet (meer|langer)( aan)?(?= \.| $| "
            "en| want| zo)",
            "leven (te )?verlaten",
            "(ophouden|opgehouden|ophoud) met (leven|bestaan)",
            "<leven> ~4 (een straf|te zwaar)",
            "leven ~3 (moet|hoef|wil) ik ~1 niet( meer)?",
            "beter leven zonder (mij|me)",
            "leven zonder (mij|me)",
        ),
        niet_na=r"(oma|opa|tante|vader|client\w*|bewoner\w*) (\w+ ){0,3}$|(niet|nooit|geen) (echt |zo )?$",
        niet_voor=(
            "^(op (mijn|het) werk|in (dit|dat) team|in de (stad|randstad)|zonder (koffie|muziek|fiets)|(in|bij|"
            r"op) (deze|dit) (baan|bedrijf|afdeling)|op de automat\w*|volgens|bij |van (vroeger|toen))"
        ),
    ),
    # "ik maak er een eind aan": without a conversation, a job or a relation being what ends.
    Familie(
        "een eind eraan",
        "zelfdoding",
        (
            "<einde> ~2 aan (de |het |dit |al dit |al het )?(alles|<mijn> leven|het leven|leven|mezelf|pijn|lijden|"
            "ellende)",
            "<einde> (maken |te maken )?(aan|an) (mijn|me|mij|het|haar|zijn|hun|dit) (eigen )?leven",
            "(ik|hij|ze|zij|man|vrouw|zoon|dochter|vriend|vriendin) ~5 er ~2 <een> <einde> (aan|an) (te |ga |gaat |"
            "wil |zou |gaan |kan |kunnen )*(maak|maakt|maken)",
            "(maak|ga|gaat|wil|zal|maakt) (ik |hij |ze )?er (nu |vanavond |vannacht |gewoon |zelf )*(<een> )?<einde> "
            "(aan|an)(?! gemaakt)",
            r"<einde> (aan|an) (te |ga |gaat |wil |zou )*maken(?= \.|$| punt)",
            "had ik er ~3 <een> <einde> aan gemaakt",
            "ik ~2 zelf <een> <einde> maken",
            r"(voorbij|gedaan|over|afgelopen|klaar) met (mij|me)(?= $| \.| en)",
            "(laf|bang) om er ~2 <een> <einde>",
            "(wil|hoop) dat (het|alles) (gewoon |nu |eindelijk )*(voorbij|over) is (mijn leven|alles|voorgoed)",
            "geprobeerd (om )?er ~1 <een> <einde> aan te maken",
        ),
        niet_na=r"(we|laten|zullen|werkgever) (\w+ ){0,3}$|(zou|kun|kan|wil) (je|jij|u) (\w+ ){0,3}$|<ding> $",
        niet_voor=(
            "^(maken |te maken |gaan maken |aub )?(aan (?!alles|het leven|mijn leven|me leven|de pijn|dit leven|"
            r"alle)\w+|dat (iedereen|ze|hij|er|mijn|de|het|we) |die (?!pijn|ellende)\w+|(dit|deze|dat|het|de) "
            r"(\w+ )?<ding>|(om|voor|na|rond|tegen) (\w+ )?(uur|half \w+|de lunch|de pauze|het weekend|vandaag|"
            r"kerst|de zomer|\w+ jaar))"
        ),
    ),
)
