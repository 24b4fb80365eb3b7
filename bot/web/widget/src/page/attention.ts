/* Where the person is. Who waits for an answer is taken to it; who went on elsewhere in the meantime is left there. */

import { isEmbedded } from "../embed/inside";
import * as composer from "./composer";
import * as help from "./help";
import * as log from "./log";
import * as summary from "./summary";
import * as view from "./view";

let waitsAt: Element | null = null; // what had focus when the person did something that has no answer yet

/** The person did something, and waits for what comes of it. The button that was pressed may go away. */
export function wait(): void {
  waitsAt = null;
  if (isAway()) return;
  if (view.hasDesktopKeyboard()) composer.focus();
  waitsAt = document.activeElement;
}

/** What the person did needs no eye on the answer. */
export const stay = (): void => void (waitsAt = null);

export const waits = (): boolean => waitsAt !== null;

/** Whether the newest answer may be scrolled to: nobody is reading the help lines, or in the middle of a line above it. */
export const mayScroll = (): boolean => !help.isShown() && !summary.isBeingChanged();

/** Move focus to the newest answer, or to the text box where that brings no keyboard up that wasn't there. */
export function arrive(wasTyped: boolean): void {
  const isStill = [waitsAt, document.body].includes(document.activeElement as HTMLElement);
  waitsAt = null;
  if (!isStill || isAway()) return;
  if (wasTyped || view.hasDesktopKeyboard()) composer.focus();
  else log.newest()?.focus({ preventScroll: true });
}

/** Whether the person is in the page around the frame: focus would be taken from there. */
const isAway = (): boolean => isEmbedded && !document.hasFocus();
