/* The menu in the header: a button that shows and hides a list. Escape, a press outside and leaving close it. */

import { byId } from "./dom";

const menu = byId("menu");
const toggle = byId("menu-toggle");
const panel = byId("menu-panel");

export function listen(): void {
  toggle.addEventListener("click", () => setOpen(panel.hidden !== false));
  const choose = (event: Event): void => void ((event.target as Element).closest("button, a") && leave());
  panel.addEventListener("click", choose, true); // before what is chosen takes focus somewhere itself
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    leave();
    event.preventDefault();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) setOpen(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) setOpen(false);
  });
}

export const focus = (): void => toggle.focus({ preventScroll: true });

/** Switch everything off that needs a conversation when there is none. */
export function setUsable(usable: boolean): void {
  for (const item of panel.querySelectorAll<HTMLButtonElement>("button:not([data-always])")) item.disabled = !usable;
}

function leave(): void {
  focus(); // before the focused button is hidden, so that the keyboard keeps its place
  setOpen(false);
}

function setOpen(open: boolean): void {
  panel.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
}
