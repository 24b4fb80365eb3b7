/* The transcript: a bubble for each thing said. All text goes in as text nodes, drawings only as images. */

import { byId, element, picture } from "./dom";
import { withLinks } from "./links";
import type { Entry } from "./memory";
import type { Drawing } from "./protocol";
import { draw as drawSummary } from "./summary";
import { ALT_LINK, SPEAKER } from "./texts";

const log = byId("log");

/** Add an entry, which a screen reader then says once. */
export function add(entry: Entry): HTMLElement {
  const bubble = draw(entry);
  log.append(bubble);
  return bubble;
}

/** Show an earlier transcript without having it all said again; from the next frame on new bubbles are. */
export function restore(entries: Entry[]): void {
  log.setAttribute("aria-live", "off");
  log.replaceChildren(...entries.map(draw));
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

export const clear = (): void => log.replaceChildren();
export const newest = (): HTMLElement | null => log.lastElementChild as HTMLElement | null;

/** Make the bubble of an entry. */
export function draw(entry: Entry): HTMLElement {
  const className = ["bubble", entry.who, entry.asks && "asks", entry.image && "drawn"].filter(Boolean).join(" ");
  const bubble = element("div", { className, tabIndex: -1 });
  bubble.append(element("span", { className: "who" }, `${SPEAKER[entry.who]} `));
  if (entry.text && !entry.summary) bubble.append(words(entry.text, entry.who === "bot"));
  if (entry.image) bubble.append(figure(entry.image));
  if (entry.summary) bubble.append(drawSummary(entry.summary));
  return bubble;
}

/** Show words as they were said. The last paragraph is an element of its own, since that is where a question stands. */
export function words(text: string, linked: boolean): HTMLElement {
  const node = (part: string): (string | Node)[] => (linked ? withLinks(part) : [part]);
  const end = text.lastIndexOf("\n\n") + 2;
  if (end < 2) return element("p", { className: "words" }, ...node(text));
  return element("p", { className: "words" }, ...node(text.slice(0, end)), element("span", {}, ...node(text.slice(end))));
}

export function figure({ svg, alt }: Drawing): HTMLElement {
  const details = element("details", {}, element("summary", {}, ALT_LINK), words(alt, false));
  return element("figure", {}, picture(svg, alt), details);
}
