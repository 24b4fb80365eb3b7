/* What is remembered of the conversation, and the one place where it is kept: this tab, this device, or nowhere. */

import type { Drawing, Message, Summary, Web } from "./protocol";
import * as tab from "./tab";

/** A bubble. What somebody said knows which question it answered. */
export interface Entry {
  who: "bot" | "you";
  text: string;
  image: Drawing | null;
  asks?: boolean; // the last of an answer: that is where the question is
  summary?: Summary;
  key?: string;
}

/** Something said that has no answer yet: what is sent, and what the person sees of it. */
export interface Turn {
  message: Message;
  spoken: string;
  typed?: boolean; // in the text box, where it can go back to
}

export interface Memory {
  id: string; // the same in every tab that shows this conversation
  count: number; // goes up with every change, so that of two the later is known
  capsule: string | null;
  stage: string;
  key: string | null;
  said: Entry[];
  outbox: Turn[]; // in the order in which it was said
  web: Web | null;
}

export interface Place {
  readonly name: "tab" | "window" | "device";
  keep(content: Memory): Promise<void>;
  keepDraft(text: string): Promise<void>;
  erase(): Promise<void>;
}

export const memory: Memory = fresh();
let place: Place = tab.place;

function fresh(): Memory {
  const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  return { id, count: 0, capsule: null, stage: "welkom", key: null, said: [], outbox: [], web: null };
}

/** Take over what was remembered, also of an older page that knew less; what is of another kind is left. */
export function adopt(found: Partial<Memory>): void {
  const clean: Record<string, unknown> = { ...fresh() };
  for (const [name, value] of Object.entries(found)) {
    if (clean[name] === null || kindOf(value) === kindOf(clean[name])) clean[name] = value;
  }
  Object.assign(memory, clean);
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);

export const where = (): Place["name"] => place.name;
export const keepDraft = (text: string): Promise<void> => place.keepDraft(text);

export function keep(): Promise<void> {
  memory.count += 1;
  return place.keep(memory);
}

/** From now on keep everything in this place. */
export function settle(there: Place): void {
  place = there;
}

/** Keep everything there from now on, and nothing where it was. What was said in the meantime goes along. */
export async function move(there: Place, draft: string): Promise<void> {
  const old = place;
  place = there;
  await Promise.all([keep(), keepDraft(draft)]);
  await old.erase();
}

/** Leave nothing anywhere; from here on there is only this tab again. */
export async function erase(): Promise<void> {
  adopt({});
  const old = place;
  place = tab.place;
  await Promise.all([old.erase(), tab.place.erase()]);
}
