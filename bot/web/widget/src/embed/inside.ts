/* The side of the frame: whether the page stands in another one, and how it asks to be put away. */

import { tell, wordOf } from "./messages";

/** Whether the page stands in a frame. */
export const isEmbedded = window.parent !== window;

let host: string | null = null; // origin of the page around, once it has said hello

/**
 * Answer the page around, and nobody else: only an origin of the list, which the server writes in the page
 * (`<html data-inbedden="https://… https://…">`), and only the window right around this one. Without hello nothing is ever sent.
 */
export function listenToHost(): void {
  if (!isEmbedded) return;
  const allowed = (document.documentElement.dataset["inbedden"] ?? "").split(" ");
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !allowed.includes(event.origin)) return;
    if (wordOf(event.data) !== "hello") return;
    host = event.origin;
    tell(window.parent, host, "ready");
  });
}

/** Ask the page around to close the panel, as Escape does, where there is one. */
export function askToClose(): void {
  if (host !== null) tell(window.parent, host, "close");
}
