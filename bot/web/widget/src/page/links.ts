/* Web addresses and phone numbers in the bot's words become links, so that help is one tap away. Text stays text. */

import { element } from "./dom";

const WEB = String.raw`https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]`;
const DOMAIN = String.raw`(?<![@\w.-])(?:[a-z0-9-]+\.)+nl\b(?:\/[\w/-]+)?`;
const PHONE = String.raw`(?<![\w-])(?:0\d{2,3}-\d{4,7}|11[23])(?![\w-]|\.\w)`;
const LINK = new RegExp(`${WEB}|${DOMAIN}|${PHONE}`, "gi");

/** Give the nodes for `text`: strings, and links whose words are exactly what stood there. */
export function withLinks(text: string): (string | Node)[] {
  const nodes: (string | Node)[] = [];
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    nodes.push(text.slice(end, found.index), link(found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, text.slice(end)];
}

function link(words: string): HTMLAnchorElement {
  const anchor = element("a", { href: address(words) }, words);
  return anchor.protocol === "tel:" ? anchor : Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
}

function address(words: string): string {
  if (/^https?:/i.test(words)) return words;
  return /^[\d-]+$/.test(words) ? `tel:${words.replace("-", "")}` : `https://${words}`;
}
