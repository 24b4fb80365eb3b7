/* The text box. What stands in it stays in it, and in the tab, until it is sent. */

import { byId } from "./dom";
import { keepDraft } from "./memory";
import type { Expects } from "./protocol";
import { charactersLeft, FULL, PLACEHOLDER } from "./texts";

const form = byId<HTMLFormElement>("composer");
const box = byId<HTMLTextAreaElement>("words");
const left = byId("words-left");

const NEARLY_FULL = 400; // characters from the end; the note counts down in steps, so it isn't read out at every key
const STEP = 100;

/** Call `send(text)` for each message the person sends; the box is empty then. */
export function listen(send: (text: string) => void): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value;
    if (!text.trim()) return;
    fill("");
    send(text);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!event.repeat) form.requestSubmit();
  });
  box.addEventListener("input", changed);
}

export function fill(text: string): void {
  box.value = text;
  changed();
}

/** Put back what was said, in front of what is being typed. */
export const putBack = (texts: string[]): void => fill([...texts, box.value].filter(Boolean).join("\n"));

export const text = (): string => box.value;
export const focus = (): void => box.focus({ preventScroll: true });

export function setKind(kind: Expects["kind"]): void {
  box.placeholder = PLACEHOLDER[kind] ?? PLACEHOLDER.text;
}

export function setShown(shown: boolean): void {
  form.hidden = !shown;
}

function changed(): void {
  void keepDraft(box.value);
  grow();
  const room = box.maxLength - box.value.length;
  const note = room > NEARLY_FULL ? "" : room > 0 ? charactersLeft(Math.ceil(room / STEP) * STEP) : FULL;
  if (left.textContent !== note) left.textContent = note;
}

function grow(): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
