/* What is the person's own: taking it along, and having it all deleted. */

import * as api from "./api.js";
import * as conversation from "./conversation.js";
import * as menu from "./menu.js";
import { hush, say } from "./surroundings.js";
import { tab } from "./tab.js";
import { ERASED, ERASED_HERE, EXPORT_FILE, EXPORTED, NOTHING_TO_EXPORT, RETRY } from "./texts.js";

const dialog = document.getElementById("forget-dialog");

export function listen() {
  document.getElementById("export").addEventListener("click", download);
  document.getElementById("forget").addEventListener("click", () => dialog.showModal());
  document.getElementById("forget-no").addEventListener("click", () => dialog.close("no"));
  document.getElementById("forget-yes").addEventListener("click", () => dialog.close("yes"));
  dialog.addEventListener("close", () => (dialog.returnValue === "yes" ? forget() : menu.focus()));
}

async function download() {
  if (!tab.capsule) return say(NOTHING_TO_EXPORT);
  try {
    save(await api.exportAll(tab.capsule));
    say(EXPORTED);
  } catch (error) {
    say(error.message, { title: RETRY, press: download });
  }
}

function save(content) {
  const file = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(file);
  anchor.download = EXPORT_FILE;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

/** Delete on the server first: without its capsule the tab could no longer ask for that. */
async function forget() {
  dialog.returnValue = "";
  hush();
  try {
    if (tab.capsule) await api.forget(tab.capsule);
    conversation.end([{ text: ERASED }]);
  } catch (error) {
    if (error.status === 409) conversation.end([{ text: ERASED_HERE }]);
    else say(error.message, { title: RETRY, press: forget });
  }
}
