/* What this tab remembers: sessionStorage. Computers are shared, and closing the tab must be enough. */

import type { Memory, Place } from "./memory";

const CONVERSATION = "gesprek";
const DRAFT = "gesprek.kladje";
const PROBE = "gesprek.proef";

/** Keep capsule and transcript in one write. When there is no room for both, what can't be said again is what matters. */
export const place: Place = {
  name: write(PROBE, "1") ? "tab" : "window",
  async keep(content) {
    if (!write(CONVERSATION, JSON.stringify(content))) {
      write(CONVERSATION, JSON.stringify({ ...content, said: [], web: null }));
    }
  },
  async keepDraft(text) {
    if (text) write(DRAFT, text);
    else remove(DRAFT);
  },
  async erase() {
    remove(CONVERSATION);
    remove(DRAFT);
  },
};
remove(PROBE);

export function restore(): Partial<Memory> | null {
  try {
    const found: unknown = JSON.parse(read(CONVERSATION) ?? "null");
    return typeof found === "object" ? found : null;
  } catch {
    return null;
  }
}

export const draft = (): string => read(DRAFT) ?? "";

// A browser that blocks storage, as some do in a frame, still has a conversation; only a reload ends it.
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    remove(key); // nothing rather than an older capsule
    return false;
  }
}

function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // blocked: then there is nothing to remove
  }
}
