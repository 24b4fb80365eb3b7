/* Sealing with WebCrypto: AES-GCM, with a key of the browser's own or one that is made of words. */

const CIPHER = "AES-GCM";
const BITS = 256;
const ROUNDS = 600_000; // of PBKDF2 with SHA-256, as OWASP's Password Storage Cheat Sheet advises
const MOST_ROUNDS = 10_000_000; // a file that asks for more is no file of ours

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What is needed, beside the words, to make the same key again. */
export interface Recipe {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
}

/** Whether this browser seals at all: only on a page that came over https, or from this machine. */
export const canSeal = (): boolean => globalThis.isSecureContext && "subtle" in crypto && "indexedDB" in globalThis;

const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

export const recipe = (): Recipe => ({ salt: random(16), rounds: ROUNDS });

/** Make a key that seals and opens, and that nobody can take out of the browser. */
export const ownKey = (extractable = false): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: CIPHER, length: BITS }, extractable, ["encrypt", "decrypt"]);

/** Make a key of words; one that differs opens nothing. */
export async function keyOf(words: string, { salt, rounds }: Recipe): Promise<CryptoKey> {
  if (!(rounds > 0 && rounds <= MOST_ROUNDS)) throw new RangeError("rounds");
  const bytes = new TextEncoder().encode(words.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    material,
    { name: CIPHER, length: BITS },
    false,
    ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
  );
}

export async function wrap(key: CryptoKey, by: CryptoKey): Promise<Sealed> {
  const iv = random(12);
  return { iv, data: await crypto.subtle.wrapKey("raw", key, by, { name: CIPHER, iv }) };
}

/** Take a key out of its wrapping, for use in this browser only; throws where `by` isn't the one it was wrapped with. */
export const unwrap = ({ iv, data }: Sealed, by: CryptoKey): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey("raw", data, by, { name: CIPHER, iv }, CIPHER, false, ["encrypt", "decrypt"]);

/** Seal anything that JSON can say. What it is called is sealed along, so that one thing can't stand in for another. */
export async function seal(key: CryptoKey, name: string, content: unknown): Promise<Sealed> {
  const iv = random(12);
  const data = new TextEncoder().encode(JSON.stringify(content));
  return { iv, data: await crypto.subtle.encrypt({ name: CIPHER, iv, additionalData: called(name) }, key, data) };
}

/** Open what was sealed; throws where it was changed, or sealed with another key. */
export async function open(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<unknown> {
  const opened = await crypto.subtle.decrypt({ name: CIPHER, iv, additionalData: called(name) }, key, data);
  return JSON.parse(new TextDecoder().decode(opened));
}

const called = (name: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(name);
