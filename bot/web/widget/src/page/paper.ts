/* On paper: the newest summary and the drawing where there is one, else everything that was said. */

import { byId, element } from "./dom";
import { figure } from "./log";
import { memory } from "./memory";
import { draw } from "./summary";

const sheet = byId("paper");

export function listen(): void {
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear);
}

function lay(): void {
  const shown = memory.said.findLast((entry) => entry.summary);
  const drawing = memory.web ?? shown?.image;
  document.documentElement.classList.toggle("summary-on-paper", Boolean(shown));
  if (!shown?.summary) return;
  const date = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
  sheet.replaceChildren(element("p", { className: "date" }, date));
  if (drawing) sheet.append(figure(drawing));
  sheet.append(draw(shown.summary));
}

function clear(): void {
  sheet.replaceChildren();
}
