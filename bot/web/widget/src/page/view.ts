/* Where the page is scrolled to, and how much of it is covered by what stays at its edges. */

import { byId } from "./dom";

const root = document.documentElement;
const header = byId("top");
const stages = byId("progress");
const choices = byId("choices");
const dock = byId("dock");
const footer = byId("footer");
const NEAR_PX = 60;
let coveredBottom = 0;

/** Whether focus in the text box makes no keyboard pop up over the conversation. */
export const hasDesktopKeyboard = (): boolean => matchMedia("(hover: hover) and (pointer: fine)").matches;

/** Tell the style sheet the heights it needs, so that nothing scrolled to, focused or just said is covered. */
export function listen(): void {
  const observer = new ResizeObserver(measure);
  for (const node of [header, stages, dock, footer]) observer.observe(node);
  let atEnd = true;
  addEventListener("scroll", () => (atEnd = scrollY + innerHeight > root.scrollHeight - NEAR_PX));
  addEventListener("resize", () => {
    measure();
    if (atEnd) scrollTo(0, root.scrollHeight); // a phone that is turned, a keyboard that comes up
  });
}

/** Bring the newest answer into view: its end when all of it fits, else its beginning. */
export function follow(bubble: HTMLElement): void {
  const show = (): void => {
    const last = choices.hidden ? (bubble.parentElement?.lastElementChild ?? bubble) : choices;
    const height = last.getBoundingClientRect().bottom - bubble.getBoundingClientRect().top;
    const room = innerHeight - covered(header, "top") - covered(dock, "bottom");
    if (height > room) bubble.scrollIntoView({ block: "start" });
    else last.scrollIntoView({ block: "end" });
  };
  show();
  for (const image of bubble.parentElement?.querySelectorAll("img") ?? []) {
    if (!image.complete) image.addEventListener("load", show, { once: true });
  }
}

function measure(): void {
  const set = (name: string, height: number): void => root.style.setProperty(name, `${height}px`);
  set("--progress", stages.offsetHeight);
  set("--footer", footer.offsetHeight);
  set("--covered-top", covered(header, "top")); // after the two above, which it depends on
  const bottom = covered(dock, "bottom");
  set("--covered-bottom", bottom);
  scrollBy(0, Math.max(0, bottom - coveredBottom)); // a text box or a line that grows pushes the conversation up
  coveredBottom = bottom;
}

/** Give the pixels that `node` takes from its edge; on a low screen part of it is out of sight there. */
function covered(node: HTMLElement, edge: "top" | "bottom"): number {
  const style = getComputedStyle(node);
  return style.position === "sticky" ? node.offsetHeight + parseFloat(style[edge]) : 0;
}
