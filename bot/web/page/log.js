/* The transcript: a bubble for each thing said. All text goes in as text nodes, drawings only as images. */

import { withLinks } from "./links.js";
import { ALT_LINK, SPEAKER } from "./texts.js";

const log = document.getElementById("log");

/** Add {who, text, image}, which a screen reader then says once. */
export function add(entry) {
  const bubble = element("div", `bubble ${entry.who}${entry.image ? " drawn" : ""}`);
  bubble.tabIndex = -1;
  bubble.append(element("span", "who", `${SPEAKER[entry.who]} `));
  if (entry.text) bubble.append(words(entry));
  if (entry.image) bubble.append(drawing(entry.image));
  log.append(bubble);
  return bubble;
}

/** Show an earlier transcript without having it all said again; from the next frame on new bubbles are. */
export function restore(entries) {
  log.setAttribute("aria-live", "off");
  clear();
  entries.forEach(add);
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

export function clear() {
  log.replaceChildren();
}

export const newest = () => log.lastElementChild;

function words({ who, text }) {
  const paragraph = element("p", "words");
  paragraph.append(...(who === "bot" ? withLinks(text) : [text]));
  return paragraph;
}

/** Draw an SVG in an <img>: there it runs no scripts and loads nothing, whatever is in it. */
function drawing({ svg, alt }) {
  const figure = element("figure");
  const image = element("img");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  image.alt = alt;
  const details = element("details");
  details.append(element("summary", "", ALT_LINK), element("p", "words", alt));
  figure.append(image, details);
  return figure;
}

function element(name, className = "", text = "") {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}
