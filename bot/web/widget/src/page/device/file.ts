/* A sealed file to take along: the conversation, to be opened with words that only the person knows. */

import type { Memory } from "../memory";
import { keyOf, open, recipe, seal } from "./seal";

const KIND = "het-andere-gesprek";
const NAME = "bestand";
const VERSION = 1;

/** Seal a conversation into a file; without its transcript only the capsule goes along, to go on where it was. */
export async function pack(memory: Memory, words: string, transcript: boolean): Promise<Blob> {
  const { salt, rounds } = recipe();
  const content = transcript ? memory : { capsule: memory.capsule, stage: memory.stage, outbox: memory.outbox };
  const { iv, data } = await seal(await keyOf(words, { salt, rounds }), NAME, content);
  const file = { kind: KIND, version: VERSION, rounds, salt: text(salt), iv: text(iv), data: text(new Uint8Array(data)) };
  return new Blob([JSON.stringify(file)], { type: "application/json" });
}

/** Open a file; "other" is no file of ours, "shut" is one with other words, or one that was changed. */
export async function unpack(file: Blob, words: string): Promise<Partial<Memory> | "other" | "shut"> {
  const packed = await parse(file);
  if (packed === null) return "other";
  try {
    const { rounds, salt, iv, data } = packed;
    const key = await keyOf(words, { salt: bytes(salt), rounds });
    return (await open(key, NAME, { iv: bytes(iv), data: bytes(data).buffer })) as Partial<Memory>;
  } catch {
    return "shut";
  }
}

interface Packed {
  kind: string;
  version: number;
  rounds: number;
  salt: string;
  iv: string;
  data: string;
}

async function parse(file: Blob): Promise<Packed | null> {
  try {
    const read = JSON.parse(await file.text()) as Packed;
    return read.kind === KIND && read.version === VERSION ? read : null;
  } catch {
    return null;
  }
}

const text = (from: Uint8Array): string => btoa(Array.from(from, (byte) => String.fromCharCode(byte)).join(""));
const bytes = (from: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(from), (letter) => letter.charCodeAt(0));
