/* The panel: a bar with the title and a way out, and under it the page in a frame, made the first time it is opened. */

import { tell, wordOf } from "./messages";
import type { House, Options } from "./options";
import { CLOSE, IN_A_TAB, UNREACHABLE, notHere } from "./texts";

const SMALL = "(max-width: 40em), (max-height: 32em)"; // there the panel takes the whole window
const LOAD_MS = 12_000; // after this something is said, though the page may still come
const ANSWER_MS = 3_000; // a page that has loaded answers at once; an error page of the browser never does

/**
 * What the page in the frame needs and no more: its script, its own origin (storage, and asking its server), its form,
 * links to help lines in a tab of their own, a download of somebody's own answers, and printing.
 */
const SANDBOX =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

export class Panel {
  readonly dialog = document.createElement("dialog");
  private readonly close = make("button", { type: "button", textContent: CLOSE });
  private readonly why = make("div", { className: "why", hidden: true });
  private readonly small = window.matchMedia(SMALL);
  private readonly origin: string;
  private frame: HTMLIFrameElement | null = null;
  private isReady = false;
  private timer = 0;

  /** `leave` is called when somebody closes the panel, from here or from within the frame. */
  constructor(
    private readonly options: Options,
    private readonly house: House,
    readonly leave: () => void,
  ) {
    this.origin = new URL(options.framed).origin;
    const title = make("h2", { className: "title", id: "title", textContent: options.title });
    const bar = make("div", { className: "bar" });
    bar.append(title, this.close);
    this.dialog.className = `panel ${options.side}`;
    this.dialog.setAttribute("aria-labelledby", "title");
    this.why.setAttribute("role", "alert");
    this.dialog.append(bar, this.why);
    this.close.addEventListener("click", leave);
    this.dialog.addEventListener("keydown", (event) => event.key === "Escape" && leave());
    this.dialog.addEventListener("cancel", (event) => (event.preventDefault(), leave()));
    this.small.addEventListener("change", () => this.isOpen && (this.hide(), this.show(false)));
    window.addEventListener("message", (event) => this.hear(event));
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  /** Show the panel; somebody who asked for it is taken there, somebody who only opened the page is left where they are. */
  show(isAsked = true): void {
    this.dialog.classList.toggle("whole", this.small.matches);
    if (this.small.matches) this.dialog.showModal();
    else this.dialog.open = true; // show() would take the focus
    if (!this.frame) this.begin();
    if (isAsked) (this.isReady && this.frame ? this.frame : this.close).focus();
  }

  hide(): void {
    this.dialog.close();
  }

  get fitsBeside(): boolean {
    return !this.small.matches;
  }

  private begin(): void {
    if (!this.house.origins.includes(window.location.origin)) {
      this.explain(notHere(window.location.origin));
      return;
    }
    const frame = make("iframe", { title: this.options.title, referrerPolicy: "no-referrer" });
    frame.setAttribute("sandbox", SANDBOX);
    frame.src = this.options.framed;
    frame.addEventListener("load", () => {
      if (frame.contentWindow) tell(frame.contentWindow, this.origin, "hello");
      this.wait(ANSWER_MS);
    });
    this.frame = frame;
    this.wait(LOAD_MS);
    this.dialog.append(frame);
  }

  private wait(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.isReady = false;
    this.timer = window.setTimeout(() => this.explain(UNREACHABLE), milliseconds);
  }

  private explain(sentence: string): void {
    const words = make("p", { textContent: sentence });
    const link = make("a", { href: this.options.alone, target: "_blank", rel: "noopener noreferrer", textContent: IN_A_TAB });
    this.why.replaceChildren(words, link);
    this.why.hidden = false;
  }

  private hear(event: MessageEvent): void {
    if (!this.frame || event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
    const word = wordOf(event.data);
    if (word === "close" && this.isOpen) this.leave();
    if (word !== "ready") return;
    window.clearTimeout(this.timer);
    this.isReady = true;
    this.why.hidden = true;
    const root = this.dialog.getRootNode() as ShadowRoot;
    if (root.activeElement === this.close) this.frame.focus();
  }
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
