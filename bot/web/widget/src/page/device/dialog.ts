/* The dialog that says where the conversation is, and lets the person keep it here, take it along, or open a file. */

import * as composer from "../composer";
import { byId, download, onPress } from "../dom";
import { adopt, erase, keep, type Memory, memory, settle, where } from "../memory";
import * as menu from "../menu";
import { showPlace } from "../surroundings";
import * as device from "./device";
import * as file from "./file";
import { canSeal } from "./seal";
import * as texts from "./texts";

const dialog = byId<HTMLDialogElement>("place-dialog");
const said = byId("place-said");

/** Call `resume` when another conversation than the present one was opened. */
export function listen(resume: () => Promise<void>): void {
  onPress("place", show);
  onPress("place-close", () => dialog.close());
  dialog.addEventListener("close", menu.focus);
  onSubmit("keep-form", ([pin]) => keepHere(field(pin)));
  onPress("keep-not", () => void attempt(keepInTab));
  onSubmit("pack-form", ([words, transcript]) => pack(field(words), Boolean((transcript as HTMLInputElement).checked)));
  onSubmit("unpack-form", ([chosen, words]) => unpack((chosen as HTMLInputElement).files?.[0], field(words), resume));
}

function show(): void {
  refresh();
  for (const part of dialog.querySelectorAll("details")) part.open = false;
  tell(canSeal() ? "" : texts.CANT_SEAL);
  dialog.showModal();
  void showOther();
}

/** Warn where another conversation is kept on this device, since there is room for one. */
async function showOther(): Promise<void> {
  const { locked, kept } = await device.look();
  byId("keep-other").hidden = !(locked || (kept && kept.memory.id !== memory.id));
}

function refresh(): void {
  byId("place-where").textContent = texts.WHERE[where()];
  byId("keep-form").hidden = where() === "device";
  byId("keep-not").hidden = where() !== "device";
  byId("place-able").hidden = !canSeal();
}

async function keepHere(pin: string): Promise<void> {
  if (pin && pin.length < texts.SHORTEST_PIN) throw new Refused(texts.PIN_TOO_SHORT);
  const place = await device.begin(memory, composer.text(), pin);
  await move(() => settle(place));
  tell(pin ? texts.KEPT_WITH_PIN : texts.KEPT);
}

async function keepInTab(): Promise<void> {
  const draft = composer.text();
  await move(() => keep());
  composer.fill(draft);
  tell(texts.NOT_KEPT);
}

/** Let nothing stay where it was, and then keep it at the new place. */
async function move(settled: () => unknown): Promise<void> {
  const now: Memory = { ...memory };
  await erase();
  adopt(now);
  await settled();
  showPlace(where());
  refresh();
  said.focus(); // the button that was pressed is gone
}

async function pack(words: string, transcript: boolean): Promise<void> {
  if (words.length < texts.SHORTEST_WORDS) throw new Refused(texts.WORDS_TOO_SHORT);
  if (!memory.capsule) throw new Refused(texts.NOTHING_TO_PACK);
  download(await file.pack(memory, words, transcript), texts.FILE);
  tell(texts.PACKED);
}

async function unpack(chosen: File | undefined, words: string, resume: () => Promise<void>): Promise<void> {
  if (!chosen) throw new Refused(texts.NO_FILE);
  const found = await file.unpack(chosen, words);
  if (found === "other") throw new Refused(texts.OTHER_FILE);
  if (found === "shut") throw new Refused(texts.OTHER_WORDS);
  adopt({ ...found, count: memory.count });
  await keep();
  dialog.close();
  await resume();
}

/** Why something wasn't done, in words for the person. */
class Refused extends Error {}

const field = (control: Element | undefined): string => (control as HTMLInputElement).value.trim();

function onSubmit(id: string, act: (controls: Element[]) => Promise<void>): void {
  const form = byId<HTMLFormElement>(id);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(async () => {
      await act([...form.elements].filter((control) => control instanceof HTMLInputElement));
      form.reset(); // words that open something don't stay on the page
    });
  });
}

async function attempt(act: () => Promise<void>): Promise<void> {
  tell(texts.BUSY);
  await act().catch((error: unknown) => tell(error instanceof Refused ? error.message : texts.FAILED));
}

function tell(text: string): void {
  said.textContent = text;
}
