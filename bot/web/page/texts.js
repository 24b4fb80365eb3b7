/* What the page itself says. What the bot says comes from the server, what always stands there is in index.html. */

export const SPEAKER = { bot: "Chatbot:", you: "Jij:" };
export const ALT_LINK = "Tekst bij de tekening";
export const SCALE_LABEL = "Kies een cijfer";
export const PLACEHOLDER = {
  text: "Typ je antwoord",
  score: "Of typ een cijfer",
  choice: "Of typ je antwoord",
  confirm: "Of typ je antwoord",
  none: "Typ een bericht",
};

export const FROM_TELEGRAM = "Je kwam hier vanuit Telegram. Wat je op deze pagina schrijft, gaat niet langs Telegram.";

export const RETRY = "Opnieuw proberen";
export const START_ANEW = "Begin een nieuw gesprek";
export const ERASED = "Alles is gewist.";
export const ERASED_HERE = "In dit tabblad is alles gewist. De server kende dit gesprek niet meer.";
export const NOTHING_TO_EXPORT = "Er is nog niets om te downloaden.";
export const EXPORTED = "Je gegevens staan nu in een bestand op dit apparaat. Let op als anderen dit apparaat ook gebruiken.";
export const EXPORT_FILE = "het-andere-gesprek-mijn-gegevens.json";

export const NO_CONNECTION = "Er is nu geen verbinding. Wat je schreef, staat er nog.";
export const TOO_SLOW = "Het antwoord blijft te lang weg. Wat je schreef, staat er nog.";
export const SERVER_TROUBLE = "Het lukt nu even niet. Wat je schreef, staat er nog.";

export const charactersLeft = (count) => `Je kunt nog ongeveer ${count} tekens typen.`;
export const FULL = "Dit bericht is vol. De rest kun je hierna sturen.";
