/* Bubbles of what goes over the line. */

import type { Entry, Turn } from "./memory";
import type { Said } from "./protocol";

/** The words belong to the question they answered, which was open when they were sent; where it still is they didn't answer it. */
export function youSay({ spoken, message }: Turn, open: string | null, next: string | null): Entry {
  const about = "edit" in message ? message.edit.key : open;
  return { who: "you", text: spoken, image: null, ...(about && about !== next ? { key: about } : {}) };
}

export const botSays = ({ text, image, sheet }: Said, place: number, all: Said[]): Entry => ({
  who: "bot",
  text: sheet?.kind === "onderdelen" ? (text.split("\n\n")[0] ?? text) : text, // the rest stands beside the boxes
  image: image ?? null,
  ...(place === all.length - 1 && !sheet ? { asks: true } : {}),
  ...(sheet?.kind === "samenvatting" ? { summary: sheet } : {}),
});

/** Tell whether a resumed conversation has nothing to tell, and its question already stands below the person's last words. */
export function isShown(messages: Said[], said: Entry[]): boolean {
  if (messages.some(({ sheet }) => sheet?.kind === "nieuws")) return false;
  const since = said.slice(said.findLastIndex(({ who }) => who === "you") + 1);
  const asked = messages.map(botSays).at(-1)?.text;
  return since.some(({ text }) => text === asked);
}
