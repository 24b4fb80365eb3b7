/* The drawing as it is now, in a quiet panel beside the conversation or behind its small picture; and, by dimension,
   the words that the person said about it. */

import { button, byId, element, picture } from "./dom";
import { type Entry, memory } from "./memory";
import type { Web } from "./protocol";
import { ABOUT, nothingSaid, saidAbout, talkAbout, wantToTalk } from "./texts";

type Dimension = Web["dimensions"][number];

const panel = byId("web");
const open = byId("web-open");
const dialog = byId<HTMLDialogElement>("web-dialog");
const taps = byId("web-taps");
const heard = byId("web-heard");
const wide = matchMedia("(min-width: 72rem)");

let talk: (text: string) => void = () => undefined;

export function listen(say: (text: string) => void): void {
  talk = say;
  open.addEventListener("click", () => dialog.showModal());
  byId("web-close").addEventListener("click", () => dialog.close());
  wide.addEventListener("change", place);
  place();
}

/** Show the drawing that is remembered, where there is one. */
export function show(): void {
  const { web } = memory;
  for (const node of [panel, open]) node.hidden = !web;
  heard.replaceChildren();
  if (!web) return dialog.close();
  byId("web-picture").replaceChildren(picture(web.svg, web.alt));
  open.querySelector("img")?.remove();
  open.prepend(picture(web.svg, ""));
  taps.replaceChildren(...web.dimensions.map((dimension) => tap(dimension)));
}

const tap = (dimension: Dimension): HTMLElement =>
  element("li", {}, button(saidAbout(dimension.name), () => hear(dimension)));

/** Beside the conversation where there is room, else in a dialog. */
function place(): void {
  if (wide.matches) dialog.close();
  byId(wide.matches ? "beside" : "web-inside").append(panel);
}

function hear(dimension: Dimension): void {
  const said = memory.said.filter(({ who, key }) => who === "you" && key && isAbout(key, dimension));
  const rows = said.map((entry) => element("p", {}, label(entry), element("span", { className: "own" }, entry.text)));
  const more = button(talkAbout(dimension.name), () => {
    dialog.close();
    talk(wantToTalk(dimension.name));
  });
  const title = element("h3", { tabIndex: -1 }, saidAbout(dimension.name));
  heard.replaceChildren(title, ...(rows.length ? rows : [element("p", {}, nothingSaid(dimension.name))]), more);
  title.focus({ preventScroll: true });
  heard.scrollIntoView({ block: "nearest" });
}

const isAbout = (key: string, { key: dimension }: Dimension): boolean =>
  key.replace(/\+$/, "").endsWith(`.${dimension}`) && stem(key) in ABOUT;
const stem = (key: string): string => key.split(".")[0] ?? "";
const label = ({ key }: Entry): HTMLElement => element("span", { className: "label" }, `${ABOUT[stem(key ?? "")]}: `);
