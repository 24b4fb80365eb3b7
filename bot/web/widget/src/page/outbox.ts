/* What was said and has no answer yet: shown at once, sent in order, and it can be taken back as long as it waits. */

import { button, byId, element } from "./dom";
import { draw } from "./log";
import { memory, type Turn } from "./memory";
import { NOT_SENT, TAKE_BACK } from "./texts";

const box = byId("outbox");

/** Show what waits; with `stuck` it says so, and `takeBack` gets what the person wants back. */
export function show(stuck: boolean, takeBack: (turn: Turn) => void): void {
  box.replaceChildren(...memory.outbox.map((turn) => row(turn, stuck, takeBack)));
  box.hidden = memory.outbox.length === 0;
}

function row(turn: Turn, stuck: boolean, takeBack: (turn: Turn) => void): HTMLElement {
  const bubble = draw({ who: "you", text: turn.spoken, image: null });
  if (!stuck) return bubble;
  const back = button(TAKE_BACK, () => takeBack(turn), "quiet");
  return element("div", { className: "stuck" }, bubble, element("p", {}, NOT_SENT, back));
}
