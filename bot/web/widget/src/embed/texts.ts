/* What the panel itself says. Everything else is said by the page in the frame. */

export const CLOSE = "Sluiten";
export const IN_A_TAB = "Open het in een eigen tabblad";
export const UNREACHABLE = "Het gesprek is nu niet te bereiken. Probeer het straks nog eens.";
export const notHere = (origin: string): string =>
  `Het gesprek mag nog niet op deze pagina staan. Wie de chatbot beheert, kan ${origin} toevoegen aan de lijst bij ‘inbedden’.`;
