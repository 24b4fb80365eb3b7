/* The drawing as it is now, in a quiet panel beside the conversation or behind its small picture; and, by dimension,
   the words that the person said about it. */

import { button, byId, element, picture } from "./dom";
import { type Entry, memory } from "./memory";
import type { Web } from "./protocol";
import { ABOUT, nothingSaid, saidAbout, talkAbout, wantToTalk } from "./texts";

type Dimension = Web["dimensions"][number];

const panel = byId("web");
const opener = byId("web-open");
const dialog = byId<HTMLDialogElement>("web-dialog");
const taps = byId("web-taps");
const heard = byId("web-heard");
const wide = matchMedia("(min-width: 72rem)");

let talk: (text: string) => void = () => undefined;
let open: Dimension | null = null; // what is read back

export function listen(say: (text: string) => void): void {
  talk = say;
  opener.addEventListener("click", () => dialog.showModal());
  byId("web-close").addEventListener("click", () => dialog.close());
  wide.addEventListener("change", place);
  place();
}

/** Show the drawing that is remembered, where there is one. Who is in the panel stays there. */
export function show(): void {
  const { web } = memory;
  for (const node of [panel, opener]) node.hidden = !web;
  if (!web) return empty();
  byId("web-picture").replaceChildren(picture(web.svg, web.alt));
  opener.querySelector("img")?.remove();
  opener.prepend(picture(web.svg, ""));
  if (!taps.childElementCount) taps.append(...web.dimensions.map(tap));
  if (open && !heard.contains(document.activeElement)) tell(open);
}

function empty(): void {
  open = null;
  heard.replaceChildren();
  taps.replaceChildren();
  dialog.close();
}

const tap = (dimension: Dimension): HTMLElement =>
  element("li", {}, button(saidAbout(dimension.name), () => hear(dimension)));

/** Beside the conversation where there is room, else in a dialog. */
function place(): void {
  if (wide.matches) dialog.close();
  byId(wide.matches ? "beside" : "web-inside").append(panel);
}

function hear(dimension: Dimension): void {
  open = dimension;
  tell(dimension).focus({ preventScroll: true });
  heard.scrollIntoView({ block: "nearest" });
}

/** Show what was said about a dimension, and return the heading above it. */
function tell(dimension: Dimension): HTMLElement {
  const said = memory.said.filter(({ who, key }) => who === "you" && key && isAbout(key, dimension));
  const rows = said.map((entry) => element("p", {}, label(entry), element("span", { className: "own" }, entry.text)));
  const more = button(talkAbout(dimension.name), () => {
    dialog.close();
    talk(wantToTalk(dimension.name));
  });
  const title = element("h3", { tabIndex: -1 }, saidAbout(dimension.name));
  heard.replaceChildren(title, ...(rows.length ? rows : [element("p", {}, nothingSaid(dimension.name))]), more);
  return title;
}

const isAbout = (key: string, { key: dimension }: Dimension): boolean =>
  key.replace(/\+$/, "").endsWith(`.${dimension}`) && stem(key) in ABOUT;
const stem = (key: string): string => key.split(".")[0] ?? "";
const label = ({ key }: Entry): HTMLElement => element("span", { className: "label" }, `${ABOUT[stem(key ?? "")]}: `);
