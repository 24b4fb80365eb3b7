/* Keeping a conversation on this device: sealed, with a key that the browser doesn't give away, or that a PIN opens. */

import type { Memory, Place } from "../memory";
import * as database from "./database";
import { keyOf, open, ownKey, type Recipe, recipe, seal, type Sealed, unwrap, wrap } from "./seal";

/** How to get at the key: it lies there, for this browser only, or it is wrapped with a key of the PIN. */
type Lock = { key: CryptoKey } | ({ wrapped: Sealed } & Recipe);

export interface Kept {
  place: Place;
  memory: Partial<Memory>;
  draft: string;
}

const LOCK = "slot";
const CONVERSATION = "gesprek";
const DRAFT = "kladje";

/** Tell what is kept here. Without a PIN `kept` is it; a browser without such storage keeps nothing, nor is there what is damaged. */
export async function look(): Promise<{ locked: boolean; kept: Kept | null }> {
  const lock = await database.read<Lock>(LOCK).catch(() => undefined);
  if (!lock) return { locked: false, kept: null };
  return "key" in lock ? { locked: false, kept: await load(lock.key).catch(() => null) } : { locked: true, kept: null };
}

/** Open what is kept here with its PIN; null where the PIN is another. */
export async function unlock(pin: string): Promise<Kept | null> {
  const lock = await database.read<Lock>(LOCK);
  if (!lock || "key" in lock) return null;
  const key = await unwrap(lock.wrapped, await keyOf(pin, lock)).catch(() => null);
  return key && load(key);
}

/** Begin to keep this conversation here, instead of what was here; with an empty PIN for whoever uses this browser. */
export async function begin(memory: Memory, draft: string, pin: string): Promise<Place> {
  const { lock, key } = pin ? await locked(pin) : await unlocked();
  await database.remove();
  await database.write(LOCK, lock);
  await database.write(CONVERSATION, await seal(key, CONVERSATION, memory)); // fails where there is no room, and then says so
  await database.write(DRAFT, await seal(key, DRAFT, draft));
  return placeOf(key);
}

export const wipe = (): Promise<void> => database.remove();

async function unlocked(): Promise<{ lock: Lock; key: CryptoKey }> {
  const key = await ownKey();
  return { lock: { key }, key };
}

async function locked(pin: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const how = recipe();
  const by = await keyOf(pin, how);
  const wrapped = await wrap(await ownKey(true), by); // only there to be wrapped: the one in use can't be taken out
  return { lock: { ...how, wrapped }, key: await unwrap(wrapped, by) };
}

async function load(key: CryptoKey): Promise<Kept> {
  const get = async (name: string): Promise<unknown> => {
    const sealed = await database.read<Sealed>(name);
    return sealed && open(key, name, sealed);
  };
  const memory = ((await get(CONVERSATION)) ?? {}) as Partial<Memory>;
  return { place: placeOf(key), memory, draft: ((await get(DRAFT)) ?? "") as string };
}

/** Write one after the other, so that the last is what stays; after erasing nothing is written any more. */
function placeOf(key: CryptoKey): Place {
  let last: Promise<void> = Promise.resolve();
  let erased = false;
  const write = (name: string, content: unknown): Promise<void> => {
    const sealing = seal(key, name, content); // as it is now
    last = Promise.all([sealing, last])
      .then(([sealed]) => (erased ? undefined : database.write(name, sealed)))
      .catch(() => undefined); // full: the conversation goes on all the same
    return last;
  };
  return {
    name: "device",
    keep: (content) => write(CONVERSATION, content),
    keepDraft: (text) => write(DRAFT, text),
    async erase() {
      erased = true;
      await last;
      await database.remove();
    },
  };
}
