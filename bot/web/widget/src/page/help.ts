/* The help lines the page itself holds, for when the server can't be asked; and the button for help, in every state. */

import { byId, onPress } from "./dom";

const lines = byId("help");
const now = byId("help-now");

export function listen(): void {
  onPress("help-close", () => {
    hide();
    now.focus();
  });
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => event.target === dialog && isOn(now, event) && through(dialog));
  }
}

/** Show them until they are closed or something is said. */
export function show(): void {
  lines.hidden = false;
  lines.scrollIntoView({ block: "nearest" });
  lines.focus({ preventScroll: true });
}

export const isShown = (): boolean => !lines.hidden;

export function hide(): void {
  lines.hidden = true;
}

/** Press the button for help, which stays in sight behind the dialog that is open. */
function through(dialog: HTMLDialogElement): void {
  dialog.addEventListener("close", () => now.click(), { once: true }); // after the focus that closing gives back
  dialog.close();
}

function isOn(node: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
