/* A double click is one press: its second half could land on the buttons of the next question. */

const DOUBLE_TAP_MS = 400;
const SAME_SPOT_PX = 24;
const none = { timeStamp: -Infinity, clientX: 0, clientY: 0 };
let [previous, last] = [none, none];

addEventListener("click", (event) => event.detail && ([previous, last] = [last, event]), true); // a key presses with detail 0

/** Tell whether this click is the second of a double one. Mice count their clicks, a finger needs place and time. */
export function isSecondOfDouble(event: MouseEvent): boolean {
  if (!(event instanceof PointerEvent) || event.pointerType !== "touch") return event.detail > 1;
  const distance = Math.hypot(event.clientX - previous.clientX, event.clientY - previous.clientY);
  return event.timeStamp - previous.timeStamp < DOUBLE_TAP_MS && distance < SAME_SPOT_PX;
}
