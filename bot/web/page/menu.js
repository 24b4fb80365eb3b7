/* The menu in the header: a button that shows and hides a list of buttons. Escape, a press outside and leaving close it. */

const menu = document.getElementById("menu");
const toggle = document.getElementById("menu-toggle");
const panel = document.getElementById("menu-panel");

export function listen() {
  toggle.addEventListener("click", () => setOpen(panel.hidden));
  panel.addEventListener("click", (event) => {
    if (event.target.closest("button")) leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) leave();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) setOpen(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) setOpen(false);
  });
}

export function focus() {
  toggle.focus({ preventScroll: true });
}

/** Switch everything in it off when there is no conversation to do anything with. */
export function setUsable(usable) {
  for (const button of panel.querySelectorAll("button")) button.disabled = !usable;
}

function leave() {
  focus(); // before the focused button is hidden, so that the keyboard keeps its place
  setOpen(false);
}

function setOpen(open) {
  panel.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
}
