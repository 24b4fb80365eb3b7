/* What can be chosen under the last answer: buttons, a scale for a score, boxes to tick, a letter to agree to. */

import { button, byId } from "./dom";
import * as help from "./help";
import * as letter from "./letter";
import * as parts from "./parts";
import { isSecondOfDouble } from "./press";
import type { Choice, Expects, Said } from "./protocol";
import { isNumber, scale } from "./scale";
import { SHOW_LETTER } from "./texts";

export interface Pressed {
  say(text: string, spoken?: string): void;
  choose(choice: Choice): void;
}

const group = byId("choices");

/** Show what belongs to the last of these messages that asks something. */
export function show(messages: Said[], kind: Expects["kind"], pressed: Pressed): void {
  clear();
  const asking = messages.findLast(({ buttons, sheet }) => buttons?.length || sheet?.kind === "onderdelen");
  if (!asking) return;
  const buttons = asking.buttons ?? [];
  const boxes = asking.sheet?.kind === "onderdelen" ? asking.sheet.items : [];
  if (boxes.length) group.append(parts.form(boxes, pressed.say));
  const numbers = kind === "score" ? buttons.filter(isNumber) : [];
  if (numbers.length) group.append(...scale(numbers, press(pressed.choose), pressed.say));
  const boxed = new Set(boxes.map(({ heading }) => heading)); // their buttons tick what has boxes here
  const others = buttons.filter((choice) => !numbers.includes(choice) && !boxed.has(choice.title));
  group.append(...others.map((choice) => draw(choice, pressed.choose)));
  const agreed = messages.findLast(({ sheet }) => sheet?.kind === "akkoord");
  if (agreed) showLetter(agreed, asking, pressed.choose);
  group.hidden = false;
}

export function showOnly(title: string, act: () => void): void {
  clear();
  group.append(button(title, act));
  group.hidden = false;
}

export function clear(): void {
  letter.close();
  group.replaceChildren();
  group.classList.remove("waiting");
  group.hidden = true;
}

/** While something waits for its answer there is nothing to choose. The room stays, so that nothing jumps. */
export function setWaiting(waiting: boolean, long = false): void {
  group.classList.toggle("waiting", waiting);
  group.hidden = group.childElementCount === 0 || (waiting && long);
}

function draw(choice: Choice, choose: Pressed["choose"]): HTMLElement {
  return button(choice.title, (event) => press(choose)(choice, event));
}

const press =
  (choose: Pressed["choose"]) =>
  (choice: Choice, event: MouseEvent): void => {
    if (!isSecondOfDouble(event)) choose(choice);
  };

function showLetter(agreed: Said, asking: Said, choose: Pressed["choose"]): void {
  const open = (): void => letter.open(agreed, asking, choose);
  group.prepend(button(SHOW_LETTER, open, "strong"));
  if (!help.isShown()) open(); // nothing lies over the help lines
}
