/* What stands around the transcript: progress, the sign that an answer is coming, the calm line. */

import { button, byId, element } from "./dom";
import type { Place } from "./memory";
import { IN_TAB, IN_WINDOW, ON_DEVICE } from "./texts";

const PLACE: Record<string, number> = { welkom: 0, spinnenweb: 1, actiewiel: 2, samenvatting: 3, delen: 3, afgerond: 3 };
const TYPING_AFTER_MS = 400;
const STAYS = { tab: IN_TAB, window: IN_WINDOW, device: ON_DEVICE };

const stages = byId("stages");
const typing = byId("typing");
const notice = byId("notice");
let timer = 0;

export function showStage(stage: string): void {
  const here = PLACE[stage] ?? 0;
  [...stages.children].forEach((item, place) => {
    if (place === here) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
    item.classList.toggle("been", place < here);
  });
}

export function showPlace(place: Place["name"]): void {
  byId("stays").textContent = STAYS[place];
}

export function setTyping(busy: boolean): void {
  clearTimeout(timer);
  typing.hidden = true;
  if (busy) timer = setTimeout(() => (typing.hidden = false), TYPING_AFTER_MS);
}

/** Say something about the page itself, with at most one thing to do about it. What stands there already isn't read out again. */
export function say(text: string, todo?: { title: string; press: () => void }): void {
  if (notice.textContent === text + (todo?.title ?? "")) return;
  notice.replaceChildren(element("p", {}, text));
  if (todo) notice.append(button(todo.title, todo.press));
}

export const hush = (): void => notice.replaceChildren();
