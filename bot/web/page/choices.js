/* The buttons under the last answer. For a score its numbers become one compact scale, without colours that judge. */

import { isSecondOfDouble } from "./press.js";
import { SCALE_LABEL } from "./texts.js";

const group = document.getElementById("choices");
const NUMBER = /^\d{1,2}(?:[.,]5)?$/;

/** Show `buttons` ({title, choice}); `press` gets the one that was pressed. */
export function show(buttons, kind, press) {
  const isNumber = ({ title }) => kind === "score" && NUMBER.test(title.trim());
  const numbers = buttons.filter(isNumber);
  const others = buttons.filter((button) => !isNumber(button));
  group.replaceChildren();
  if (numbers.length) group.append(scale(numbers, press));
  group.append(...others.map((button) => draw(button, press)));
  group.hidden = buttons.length === 0;
}

export function clear() {
  group.replaceChildren();
  group.hidden = true;
}

export function setBusy(busy) {
  for (const button of group.querySelectorAll("button")) {
    if (busy) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    if (!busy) button.classList.remove("pressed");
  }
}

function draw(button, press) {
  const node = document.createElement("button");
  node.type = "button";
  node.textContent = button.title;
  node.addEventListener("click", (event) => {
    if (isSecondOfDouble(event)) return;
    node.classList.add("pressed");
    press(button);
  });
  return node;
}

function scale(numbers, press) {
  const node = document.createElement("div");
  node.className = "scale";
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", SCALE_LABEL);
  node.append(...numbers.map((button) => draw(button, press)));
  node.addEventListener("keydown", walk);
  return node;
}

/** Let the arrow keys go along the scale; Tab still reaches every number. */
function walk(event) {
  const buttons = [...event.currentTarget.children];
  const here = buttons.indexOf(document.activeElement);
  const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (buttons[there]) {
    event.preventDefault();
    buttons[there].focus();
  }
}
