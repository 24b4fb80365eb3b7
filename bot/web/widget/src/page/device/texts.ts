/* What the page says about keeping a conversation. */

import type { Place } from "../memory";

export const SHORTEST_PIN = 4;
export const SHORTEST_WORDS = 8;
export const FILE = "het-andere-gesprek.gesprek";

export const WHERE: Record<Place["name"], string> = {
  tab: "Je gesprek staat nu alleen in dit tabblad. Sluit je het tabblad, dan is het weg.",
  window:
    "Deze browser laat op deze plek niets bewaren. Je gesprek staat nu alleen in dit venster. Sluit of herlaad je het, dan is het weg.",
  device:
    "Je gesprek staat versleuteld op dit apparaat, in deze browser. Na het sluiten kun je later verder. In het tabblad zelf staat niets meer.",
};

export const BUSY = "Een ogenblik.";
export const FAILED = "Dat is niet gelukt. Je gesprek is er nog. Probeer het nog eens, of doe het in een andere browser.";
export const CANT_SEAL = "Bewaren en meenemen kan in deze browser niet, want die kan hier niets versleutelen.";

export const KEPT = "Je gesprek staat nu op dit apparaat. Wie deze browser kan gebruiken, kan het openen.";
export const KEPT_WITH_PIN = "Je gesprek staat nu op dit apparaat. De volgende keer vraagt de pagina je pincode.";
export const NOT_KEPT = "Op dit apparaat is het gewist. Je gesprek staat nu weer alleen in dit tabblad.";
export const REPLACED = "Op dit apparaat staat nu een ander gesprek. Dit gesprek staat alleen nog in dit tabblad.";
export const PIN_TOO_SHORT = `Neem een pincode van minstens ${SHORTEST_PIN} tekens, of laat het vak leeg.`;

export const WORDS_TOO_SHORT = `Neem een wachtzin van minstens ${SHORTEST_WORDS} tekens. Een paar losse woorden is goed.`;
export const NOTHING_TO_PACK = "Er is nog geen gesprek om mee te nemen.";
export const PACKED = "Het bestand staat bij je downloads. Zonder je wachtzin kan niemand het openen.";
export const NO_FILE = "Kies eerst een bestand.";
export const OTHER_FILE = "Dit bestand is niet van hier.";
export const OTHER_WORDS = "Het bestand gaat niet open. Kijk of de wachtzin klopt.";

export const OTHER_PIN = "Deze pincode past niet. Probeer het gerust nog eens.";
export const REALLY_WIPE =
  "Nog een keer drukken wist het gesprek van dit apparaat. De server heeft dan nog een sleutel waar niets meer bij hoort. Die ruimt hij later zelf op.";
