/* What is the person's own: taking it along, putting it on paper, and having it all deleted. */

import * as api from "./api";
import * as conversation from "./conversation";
import { byId, download, onPress } from "./dom";
import { memory } from "./memory";
import * as menu from "./menu";
import { isSecondOfDouble } from "./press";
import { hush, say } from "./surroundings";
import { ERASED, ERASED_HERE, EXPORT_FILE, EXPORTED, NOT_ERASED, NOTHING_YET, PDF_FILE, PDF_MADE, RETRY } from "./texts";

const dialog = byId<HTMLDialogElement>("forget-dialog");

export function listen(): void {
  onPress("export", () => void take(exportAll, EXPORTED));
  onPress("pdf", () => void take(asPdf, PDF_MADE));
  onPress("print", () => print());
  onPress("forget", () => dialog.showModal());
  onPress("forget-no", () => dialog.close("no"));
  onPress("forget-yes", (event) => isSecondOfDouble(event) || dialog.close("yes"));
  dialog.addEventListener("close", () => (dialog.returnValue === "yes" ? void forget() : menu.focus()));
}

const exportAll = async (capsule: string): Promise<void> => {
  const content = JSON.stringify(await api.exportAll(capsule), null, 2);
  download(new Blob([content], { type: "application/json" }), EXPORT_FILE);
};

const asPdf = async (capsule: string): Promise<void> => download(await api.pdf(capsule), PDF_FILE);

async function take(make: (capsule: string) => Promise<void>, made: string): Promise<void> {
  if (!memory.capsule) return say(NOTHING_YET);
  try {
    await make(memory.capsule);
    say(made);
  } catch (error) {
    retryLater(error, () => void take(make, made));
  }
}

/** Delete on the server first: without its capsule the page could no longer ask for that. */
async function forget(): Promise<void> {
  dialog.returnValue = "";
  hush();
  try {
    if (memory.capsule) await api.forget(memory.capsule);
    await conversation.end([{ text: ERASED }]);
  } catch (error) {
    if (error instanceof api.ApiError && error.status === 409) await conversation.end([{ text: ERASED_HERE }]);
    else retryLater(error, () => void forget(), NOT_ERASED);
  }
}

function retryLater(error: unknown, press: () => void, besides = ""): void {
  if (!(error instanceof api.ApiError)) throw error;
  say([error.message, besides].join(" ").trim(), { title: RETRY, press });
}
