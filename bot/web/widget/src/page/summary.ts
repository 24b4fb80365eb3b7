/* A summary as lines: headings, labels and the person's own words. Those of the newest can be changed where they stand. */

import { button, element } from "./dom";
import type { Line, Summary } from "./protocol";
import { BACK, CHANGE, LEAVE_OUT, SAVE } from "./texts";

type Change = (line: Line, text: string) => void;
let change: Change = () => undefined;

/** Call `act` with a line and its new words, which are empty when the line is left out. */
export function listen(act: Change): void {
  change = act;
}

export function draw(summary: Summary): HTMLElement {
  const sheet = element("div", { className: "words sheet" });
  let heading = "";
  summary.lines.forEach((line, place) => {
    if (line.heading !== heading) sheet.append(element("h3", {}, line.heading));
    heading = line.heading;
    sheet.append(row(line, place + 1));
  });
  if (summary.plan) sheet.append(element("h3", {}, summary.plan.heading), element("p", {}, summary.plan.text));
  return sheet;
}

/**
 * Show the lines as they are now in the place of the newest summary. Focus stays with the line that was changed, and a line
 * that somebody is writing in stays open, with what is written so far.
 */
export function renew(summary: Summary): void {
  const old = [...document.querySelectorAll("#log .sheet")].at(-1);
  if (!old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const key = old.querySelector<HTMLElement>(".line.sent")?.dataset["key"];
  const sheet = draw(summary);
  sheet.ariaLive = "off"; // it was heard before, and the answer tells what changed
  old.replaceWith(sheet);
  if (focused) (find(sheet, key) ?? sheet).querySelector("button")?.focus({ preventScroll: true });
  for (const box of old.querySelectorAll("textarea")) reopen(sheet, summary.lines, box, box === focused);
}

/** Whether somebody is writing in one of the lines. */
export const isBeingChanged = (): boolean => Boolean(document.activeElement?.closest(".line:has(textarea)"));

const find = (sheet: Element, key = ""): HTMLElement | null => sheet.querySelector(`.line[data-key="${CSS.escape(key)}"]`);

function reopen(sheet: Element, lines: Line[], old: HTMLTextAreaElement, isFocused: boolean): void {
  const key = old.closest<HTMLElement>(".line")?.dataset["key"];
  const place = lines.findIndex((line) => line.key === key);
  const [node, line] = [find(sheet, key), lines[place]];
  if (!node || !line) return; // left out meanwhile
  const box = edit(node, line, place + 1);
  box.value = old.value;
  if (isFocused) box.focus({ preventScroll: true });
  box.setSelectionRange(old.selectionStart, old.selectionEnd);
}

function row(line: Line, number: number): HTMLElement {
  const node = element("div", { className: "line" });
  node.dataset["key"] = line.key;
  show(node, line, number);
  return node;
}

function show(node: HTMLElement, line: Line, number: number): void {
  const open = button(CHANGE, () => edit(node, line, number).select(), "quiet");
  open.ariaLabel = `${CHANGE}: ${line.heading}, ${line.label}`;
  const label = element("span", { className: "label" }, `${number}. ${line.label}: `);
  node.replaceChildren(element("p", {}, label, element("span", { className: "own" }, line.text)), open);
}

function edit(node: HTMLElement, line: Line, number: number): HTMLTextAreaElement {
  node.closest(".sheet")?.setAttribute("aria-live", "off"); // what is opened here is told by its focus, not as an answer
  const box = element("textarea", { value: line.text, maxLength: 4000, rows: 2, spellcheck: false, autocomplete: "off" });
  box.setAttribute("aria-label", `${line.heading}, ${line.label}`);
  box.setAttribute("writingsuggestions", "false");
  const close = (): void => {
    show(node, line, number);
    node.querySelector("button")?.focus();
  };
  const send = (text: string): void => {
    node.classList.add("sent");
    close();
    if (text !== line.text) change(line, text);
  };
  const save = (): void => (box.value.trim() ? send(box.value.trim()) : close());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const buttons = [button(SAVE, save, "strong"), button(LEAVE_OUT, () => send("")), button(BACK, close)];
  node.replaceChildren(element("p", { className: "label" }, `${number}. ${line.label}`), box);
  node.append(element("div", { className: "buttons" }, ...buttons));
  box.focus();
  return box;
}
