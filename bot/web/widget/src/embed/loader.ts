/*
 * widget.js, the one line on an intranet. It puts a button on the page, and under it the bot in a frame from its own
 * origin. It keeps nothing in the page, makes no global name, and works under a policy that allows no inline anything.
 */

import { type House, readOptions, textOn } from "./options";
import { Panel } from "./panel";
import { STYLE } from "./style";

declare const HOUSE: House; // the server gives it along

const ELEMENT = "het-andere-gesprek";

/** Draw a speech balloon. */
function balloon(): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", "M12 3a9 8 0 1 1-4.2 15L3 20l1.4-4.6A9 8 0 0 1 12 3z");
  drawing.append(line);
  return drawing;
}

function place(script: HTMLScriptElement): void {
  if (document.querySelector(ELEMENT)) return; // the line stands on the page twice
  const options = readOptions(script, HOUSE);
  const element = document.createElement(ELEMENT);
  element.lang = "nl";
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet(); // not a style element, which `style-src 'self'` would forbid
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.className = `launcher ${options.side}`;
  launcher.setAttribute("aria-haspopup", "dialog");
  const name = document.createElement("span");
  name.textContent = options.title;
  launcher.append(balloon(), name);

  const panel = new Panel(options, HOUSE, () => {
    panel.hide();
    launcher.setAttribute("aria-expanded", "false");
    launcher.focus();
  });
  const open = (isAsked: boolean): void => {
    panel.show(isAsked);
    launcher.setAttribute("aria-expanded", "true");
  };
  launcher.setAttribute("aria-expanded", "false");
  launcher.addEventListener("click", () => (panel.isOpen ? panel.leave() : open(true)));
  launcher.addEventListener("keydown", (event) => event.key === "Escape" && panel.isOpen && panel.leave());

  const corner = document.createElement("aside");
  corner.setAttribute("aria-label", options.title);
  corner.style.setProperty("--colour", options.colour);
  corner.style.setProperty("--on-colour", textOn(options.colour));
  corner.append(launcher, panel.dialog);
  root.append(corner);
  document.body.append(element);
  lift(element);
  if (options.isOpen && panel.fitsBeside) open(false);
}

/** Lift the element above everything of the page, out of reach of what its ancestors are made to look like. */
function lift(element: HTMLElement): void {
  if (!("showPopover" in element)) return; // a browser of before 2024 has the z-index
  element.popover = "manual";
  element.showPopover();
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) place(script);
  else document.addEventListener("DOMContentLoaded", () => place(script));
}
