/* What stands around the transcript: progress, the sign that an answer is coming, the calm line, the help lines. */

const PLACE = { welkom: 0, spinnenweb: 1, actiewiel: 2, samenvatting: 3, delen: 3, afgerond: 3 };
const TYPING_AFTER_MS = 400;

const stages = document.getElementById("stages");
const typing = document.getElementById("typing");
const notice = document.getElementById("notice");
const help = document.getElementById("help");

export function showStage(stage) {
  const here = PLACE[stage] ?? 0;
  [...stages.children].forEach((item, place) => {
    if (place === here) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

let timer = 0;

export function setTyping(busy) {
  clearTimeout(timer);
  typing.hidden = true;
  if (busy) timer = setTimeout(() => (typing.hidden = false), TYPING_AFTER_MS);
}

/** Say something about the page itself, with at most one thing to do about it: {title, press}. */
export function say(text, button = null) {
  const line = document.createElement("p");
  line.textContent = text;
  notice.replaceChildren(line);
  if (!button) return;
  const node = document.createElement("button");
  node.type = "button";
  node.textContent = button.title;
  node.addEventListener("click", button.press);
  notice.append(node);
}

export function hush() {
  notice.replaceChildren();
}

/** Show the help lines the page itself holds, for when the server can't be asked. */
export function showHelp() {
  help.hidden = false;
  help.scrollIntoView({ block: "nearest" });
  help.focus({ preventScroll: true });
}

export function hideHelp() {
  help.hidden = true;
}
