/* The scale for a score: eleven numbers, a half when wanted, one look for every value. */

import { button, element } from "./dom";
import { isSecondOfDouble } from "./press";
import type { Choice } from "./protocol";
import { HALF, SCALE_LABEL, withHalf } from "./texts";

const NUMBER = /^\d{1,2}$/;
const HIGHEST = "10"; // there is no half above it

export const isNumber = ({ title }: Choice): boolean => NUMBER.test(title.trim());

/** Draw the scale and its half; a number is chosen by its button, a number and a half is said. */
export function scale(
  numbers: Choice[],
  choose: (choice: Choice, event: MouseEvent) => void,
  say: (text: string) => void,
): HTMLElement[] {
  let half = false;
  const keys = numbers.map((choice) =>
    button(choice.title, (event) => {
      if (!half) choose(choice, event);
      else if (!isSecondOfDouble(event)) say(withHalf(choice.title));
    }),
  );
  const toggle = button(HALF, () => show(!half), "half");
  const show = (wanted: boolean): void => {
    half = wanted;
    toggle.ariaPressed = String(half);
    numbers.forEach(({ title }, place) => {
      const key = keys[place] as HTMLButtonElement;
      key.textContent = half ? withHalf(title) : title;
      key.disabled = half && title === HIGHEST;
    });
  };
  show(false);
  const row = element("div", { className: "scale", role: "group", ariaLabel: SCALE_LABEL }, ...keys);
  row.addEventListener("keydown", (event) => walk(event, keys));
  return [row, toggle];
}

/** Let the arrow keys go along the scale; Tab still reaches every number. */
function walk(event: KeyboardEvent, keys: HTMLButtonElement[]): void {
  const usable = keys.filter((key) => !key.disabled);
  const here = usable.findIndex((key) => key === document.activeElement);
  const places: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: usable.length - 1 };
  const next = usable[places[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
