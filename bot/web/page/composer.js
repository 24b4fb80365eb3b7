/* The text box. What somebody typed stays in it, and in the tab, until the server has answered. */

import { keepDraft, readDraft } from "./tab.js";
import { charactersLeft, FULL, PLACEHOLDER } from "./texts.js";

const form = document.getElementById("composer");
const box = document.getElementById("words");
const button = document.getElementById("send");
const left = document.getElementById("words-left");

const NEARLY_FULL = 400; // characters from the end; the note counts down in steps, so it isn't read out at every key
const STEP = 100;

/** Show the draft of this tab and call `send(text)` for each message the person sends. */
export function listen(send) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (hasWords()) send(box.value);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!event.repeat) form.requestSubmit();
  });
  box.addEventListener("input", changed);
  box.value = readDraft();
  changed();
}

export const text = () => box.value;
export const hasWords = () => box.value.trim() !== "";

/** Take away what was sent, and leave what was typed behind it in the meantime. */
export function answered(sent) {
  if (box.value.startsWith(sent)) box.value = box.value.slice(sent.length);
  changed();
}

export function empty() {
  box.value = "";
  changed();
}

export function focus() {
  box.focus({ preventScroll: true });
}

export function setBusy(busy) {
  form.classList.toggle("busy", busy);
  button.setAttribute("aria-disabled", String(busy));
}

export function setKind(kind) {
  box.placeholder = PLACEHOLDER[kind] ?? PLACEHOLDER.text;
}

export function setShown(shown) {
  form.hidden = !shown;
}

function changed() {
  keepDraft(box.value);
  grow();
  const room = box.maxLength - box.value.length;
  const note = room > NEARLY_FULL ? "" : room > 0 ? charactersLeft(Math.ceil(room / STEP) * STEP) : FULL;
  if (left.textContent !== note) left.textContent = note;
}

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
