/* What the page itself says. What the bot says comes from the server, what always stands there is in index.html. */

export const SPEAKER = { bot: "Chatbot:", you: "Jij:" };
export const ALT_LINK = "Tekst bij de tekening";
export const PLACEHOLDER = {
  text: "Typ je antwoord",
  score: "Of typ een cijfer",
  choice: "Of typ je antwoord",
  confirm: "Of typ je antwoord",
  none: "Typ een bericht",
};

export const SCALE_LABEL = "Kies een cijfer";
export const HALF = "½ erbij";
export const withHalf = (number: string): string => `${number},5`;

export const PARTS_LABEL = "Kies wat je wilt delen";
export const PARTS_DONE = "Klaar met kiezen";
export const NO_PARTS = "geen";
export const PROPOSED = "voorstel";

export const RETRY = "Opnieuw proberen";
export const START_ANEW = "Begin een nieuw gesprek";
export const ERASED = "Alles is gewist.";
export const ERASED_HERE = "Op dit apparaat is alles gewist. De server kende dit gesprek niet meer.";
export const NOT_ERASED = "Het wissen is nog niet gelukt.";
export const NOTHING_YET = "Er is nog niets om te downloaden.";
export const EXPORTED = "Je gegevens staan nu in een bestand op dit apparaat. Let op als anderen dit apparaat ook gebruiken.";
export const EXPORT_FILE = "het-andere-gesprek-mijn-gegevens.json";
export const PDF_FILE = "het-andere-gesprek-samenvatting.pdf";
export const PDF_MADE = "Je samenvatting staat nu als PDF op dit apparaat. Let op als anderen dit apparaat ook gebruiken.";

export const NO_CONNECTION = "Er is nu geen verbinding.";
export const TOO_SLOW = "Het antwoord blijft te lang weg.";
export const SERVER_TROUBLE = "Het lukt nu even niet.";
export const STANDS_READY = "Wat je schreef, staat klaar en gaat vanzelf mee.";
export const NEW_VERSION = "Er is een nieuwe versie van deze pagina. Als je hem vernieuwt, ga je verder waar je was.";
export const RELOAD = "Vernieuwen";

export const NOT_SENT = "Nog niet verstuurd";
export const TAKE_BACK = "Haal terug";
export const ELSEWHERE = "Dit gesprek gaat nu verder in een ander tabblad.";
export const HERE = "Hier verdergaan";

export const CHANGE = "Wijzig";
export const SAVE = "Bewaar";
export const LEAVE_OUT = "Laat weg";
export const BACK = "Terug";
export const CLOSE = "Sluiten";
export const leftOut = (label: string): string => `${label}: laat ik weg`;

export const SHOW_LETTER = "Bekijk de brief";
export const nothingSaid = (name: string): string => `Over ${name.toLowerCase()} heb je nog niets gezegd.`;
export const saidAbout = (name: string): string => `Wat je zei over ${name.toLowerCase()}`;
export const talkAbout = (name: string): string => `Praat over ${name.toLowerCase()}`;
export const wantToTalk = (name: string): string => `Ik wil het over ${name.toLowerCase()} hebben`;
export const ABOUT: Record<string, string> = { goed: "Wat goed gaat", score: "Cijfer", anders: "Wat anders mag" };

export const FROM_TELEGRAM = "Je kwam hier vanuit Telegram. Wat je op deze pagina schrijft, gaat niet langs Telegram.";

export const IN_TAB = "Wat hier staat, blijft leesbaar in dit tabblad tot je het sluit of wist.";
export const IN_WINDOW = "Wat hier staat, blijft alleen in dit venster. Sluit of herlaad je het, dan is het weg.";
export const ON_DEVICE = "Wat hier staat, blijft versleuteld op dit apparaat tot je het wist.";

export const charactersLeft = (count: number): string => `Je kunt nog ongeveer ${count} tekens typen.`;
export const FULL = "Dit bericht is vol. De rest kun je hierna sturen.";
