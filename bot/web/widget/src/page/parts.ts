/* The parts of what could be shared, as boxes to tick. None is ticked by the page itself. */

import { element } from "./dom";
import type { Part } from "./protocol";
import { NO_PARTS, PARTS_DONE, PARTS_LABEL, PROPOSED } from "./texts";

/** Draw the boxes; what is ticked is said the way somebody would type it: "1, 3 en 5", or "geen". */
export function form(items: Part[], say: (text: string) => void): HTMLElement {
  const boxes = items.map((item) => ({ number: item.number, box: element("input", { type: "checkbox", checked: item.chosen }) }));
  const rows = items.flatMap((item, place) => [
    ...(item.heading && item.heading !== items[place - 1]?.heading ? [element("p", { className: "heading" }, item.heading)] : []),
    row(item, boxes[place]?.box as HTMLInputElement),
  ]);
  const done = element("button", { type: "submit", className: "strong" }, PARTS_DONE);
  const node = element("form", { className: "parts" });
  const group = element("fieldset", {}, element("legend", {}, PARTS_LABEL), ...rows);
  node.append(group, done);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    say(listing(boxes.filter(({ box }) => box.checked).map(({ number }) => String(number))));
  });
  return node;
}

function row(item: Part, box: HTMLInputElement): HTMLElement {
  const title = element("strong", {}, `${item.number}. ${item.title}${item.proposed ? ` (${PROPOSED})` : ""}`);
  return element("label", {}, box, element("span", {}, title, element("span", { className: "own" }, item.text)));
}

function listing(numbers: string[]): string {
  const last = numbers.pop();
  if (last === undefined) return NO_PARTS;
  return numbers.length ? `${numbers.join(", ")} en ${last}` : last;
}
