/* Making and finding elements. Text only ever goes in as text. */

type Child = Node | string;

/** Return the element with this id, which the page has. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

export function button(title: string, press: (event: MouseEvent) => void, className = ""): HTMLButtonElement {
  const node = element("button", { type: "button", className }, title);
  node.addEventListener("click", press);
  return node;
}

/** Call `press` for the button with this id. */
export function onPress(id: string, press: (event: MouseEvent) => void): void {
  byId(id).addEventListener("click", press);
}

/** Return an image of an SVG: there it runs no scripts and loads nothing, whatever is in it. */
export function picture(svg: string, alt: string): HTMLImageElement {
  return element("img", { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, alt });
}

/** Give the person a file. */
export function download(content: Blob, name: string): void {
  const anchor = element("a", { href: URL.createObjectURL(content), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
