/* The scale for a score: eleven numbers, a half when wanted, one look for every value. */

import { button, element } from "./dom";
import { isSecondOfDouble } from "./press";
import type { Choice } from "./protocol";
import { HALF, SCALE_LABEL, withHalf } from "./texts";

const NUMBER = /^\d{1,2}$/;
const HIGHEST = "10"; // there is no half above it

export const isNumber = ({ title }: Choice): boolean => NUMBER.test(title.trim());

/** Draw the scale; a number is chosen by its button, a number and a half is said. */
export function scale(
  numbers: Choice[],
  choose: (choice: Choice, event: MouseEvent) => void,
  say: (text: string) => void,
): HTMLElement {
  const row = element("div", { className: "numbers" });
  const half = button(HALF, () => toggle(), "half");
  half.setAttribute("aria-pressed", "false");
  const isHalf = (): boolean => half.getAttribute("aria-pressed") === "true";
  const keys = numbers.map((choice) =>
    button(choice.title, (event) => {
      if (!isHalf()) choose(choice, event);
      else if (!isSecondOfDouble(event)) say(withHalf(choice.title));
    }),
  );
  const toggle = (): void => {
    half.setAttribute("aria-pressed", String(!isHalf()));
    keys.forEach((key, place) => {
      const title = numbers[place]?.title ?? "";
      key.textContent = isHalf() ? withHalf(title) : title;
      key.disabled = isHalf() && title === HIGHEST;
    });
  };
  row.append(...keys);
  row.addEventListener("keydown", (event) => walk(event, keys));
  const node = element("div", { className: "scale" }, row, half);
  node.role = "group";
  node.ariaLabel = SCALE_LABEL;
  return node;
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
