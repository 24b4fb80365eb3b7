/* The dialog that says where the conversation is, and lets the person keep it here, take it along, or open a file. */

import * as composer from "../composer";
import { byId, download, onPress } from "../dom";
import { adopt, keep, memory, move, type Place, settle, where } from "../memory";
import * as menu from "../menu";
import { say, showPlace } from "../surroundings";
import * as tab from "../tab";
import * as tabs from "../tabs";
import * as device from "./device";
import * as file from "./file";
import { canSeal } from "./seal";
import * as texts from "./texts";

const dialog = byId<HTMLDialogElement>("place-dialog");
const said = byId("place-said");
let busy = false;

/** Call `resume` when another conversation than the present one was opened. */
export function listen(resume: () => void): void {
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
  await moveTo(await device.begin(memory, composer.text(), pin));
  tabs.kept(memory.id);
  tell(pin ? texts.KEPT_WITH_PIN : texts.KEPT);
}

async function keepInTab(): Promise<void> {
  await moveTo(tab.place);
  tell(texts.NOT_KEPT);
}

async function moveTo(place: Place): Promise<void> {
  await move(place, composer.text());
  showPlace(where());
  refresh();
  said.focus(); // the button that was pressed is gone
}

/** Another conversation took the place of this one on the device: this one is in its tab again, and leaves the other alone. */
export function makeRoom(): void {
  if (where() !== "device") return;
  settle(tab.place);
  void keep();
  composer.fill(composer.text()); // for the place to keep it
  showPlace(where());
  say(texts.REPLACED);
}

async function pack(words: string, transcript: boolean): Promise<void> {
  if (words.length < texts.SHORTEST_WORDS) throw new Refused(texts.WORDS_TOO_SHORT);
  if (!memory.capsule) throw new Refused(texts.NOTHING_TO_PACK);
  download(await file.pack(memory, words, transcript), texts.FILE);
  tell(texts.PACKED);
}

async function unpack(chosen: File | undefined, words: string, resume: () => void): Promise<void> {
  if (!chosen) throw new Refused(texts.NO_FILE);
  const found = await file.unpack(chosen, words);
  if (found === "other") throw new Refused(texts.OTHER_FILE);
  if (found === "shut") throw new Refused(texts.OTHER_WORDS);
  adopt({ ...found, count: memory.count });
  await keep();
  dialog.addEventListener("close", resume, { once: true }); // after the focus that closing gives back
  dialog.close();
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

/** Do one thing at a time: a second press while the first is at work would undo half of it. */
async function attempt(act: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  tell(texts.BUSY);
  await act().catch((error: unknown) => tell(error instanceof Refused ? error.message : texts.FAILED));
  busy = false;
}

function tell(text: string): void {
  said.textContent = text;
}
