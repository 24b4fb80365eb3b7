/* Where the page is scrolled to, and how much of it is covered by what stays at its edges. */

const root = document.documentElement;
const header = document.getElementById("top");
const stages = document.getElementById("stages");
const choices = document.getElementById("choices");
const dock = document.getElementById("dock");
const footer = document.getElementById("footer");
let coveredBottom = 0;

/** Whether focus in the text box makes no keyboard pop up over the conversation. */
export const hasDesktopKeyboard = () => matchMedia("(hover: hover) and (pointer: fine)").matches;

/** Tell the style sheet the heights it needs, so that nothing scrolled to, focused or just said is covered. */
export function listen() {
  const observer = new ResizeObserver(measure);
  for (const node of [header, stages, dock, footer]) observer.observe(node);
  addEventListener("resize", measure);
}

/** Bring the newest answer into view: its end when all of it fits, else its beginning. */
export function follow(bubble) {
  const show = () => {
    const last = choices.hidden ? bubble.parentElement.lastElementChild : choices;
    const height = last.getBoundingClientRect().bottom - bubble.getBoundingClientRect().top;
    const room = innerHeight - covered(header, "top") - covered(dock, "bottom");
    if (height > room) bubble.scrollIntoView({ block: "start" });
    else last.scrollIntoView({ block: "end" });
  };
  show();
  for (const image of bubble.parentElement.querySelectorAll("img")) {
    if (!image.complete) image.addEventListener("load", show, { once: true });
  }
}

function measure() {
  const set = (name, height) => root.style.setProperty(name, `${height}px`);
  set("--stages", stages.offsetHeight);
  set("--footer", footer.offsetHeight);
  set("--covered-top", covered(header, "top")); // after the two above, which it depends on
  const bottom = covered(dock, "bottom");
  set("--covered-bottom", bottom);
  scrollBy(0, Math.max(0, bottom - coveredBottom)); // a text box or a line that grows pushes the conversation up
  coveredBottom = bottom;
}

/** Give the pixels that `node` takes from its edge; on a low screen part of it is out of sight there. */
function covered(node, edge) {
  const style = getComputedStyle(node);
  return style.position === "sticky" ? node.offsetHeight + parseFloat(style[edge]) : 0;
}
