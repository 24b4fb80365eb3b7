/* What the page in the frame and the page around it may say to each other: three words, and never anything of the conversation. */

/** hello: from the host, once the frame has loaded. ready: the answer to it. close: from the frame, put me away. */
type Word = "hello" | "ready" | "close";

const NAME = "het-andere-gesprek";

/** Say a word to one window, which gets it only while it is at `origin`. */
export function tell(target: Window, origin: string, word: Word): void {
  target.postMessage({ [NAME]: word }, origin);
}

/** Return the word in a message, or null where it is somebody else's. Who sent it is for the caller to check. */
export function wordOf(data: unknown): Word | null {
  if (typeof data !== "object" || data === null) return null;
  const word: unknown = (data as Record<string, unknown>)[NAME];
  return word === "hello" || word === "ready" || word === "close" ? word : null;
}
