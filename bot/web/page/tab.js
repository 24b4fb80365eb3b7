/* What this tab remembers. sessionStorage and nothing else: computers are shared, and closing the tab must be enough. */

const CONVERSATION = "gesprek";
const DRAFT = "gesprek.kladje";

/** The sealed conversation, where it is, and what was said: [{who: "bot" | "you", text, image}]. */
export const tab = fresh();

function fresh() {
  return { capsule: null, stage: "welkom", said: [] };
}

export function restore() {
  try {
    Object.assign(tab, JSON.parse(read(CONVERSATION)) ?? fresh());
  } catch {
    erase();
  }
}

/** Keep capsule and transcript in one write. When there is no room for both, the capsule is what matters. */
export function keep() {
  if (!write(CONVERSATION, JSON.stringify(tab))) write(CONVERSATION, JSON.stringify({ ...tab, said: [] }));
}

export function erase() {
  Object.assign(tab, fresh());
  remove(CONVERSATION);
  remove(DRAFT);
}

/** Begin with an empty transcript, but leave what the person is typing. */
export function startOver() {
  Object.assign(tab, fresh());
  remove(CONVERSATION);
}

export const readDraft = () => read(DRAFT) ?? "";
export const keepDraft = (text) => (text ? write(DRAFT, text) : remove(DRAFT));

// A browser that blocks storage still has a conversation, only a reload ends it.
function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    remove(key); // nothing rather than an older capsule
    return false;
  }
}

function remove(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // blocked: then there is nothing to remove
  }
}
