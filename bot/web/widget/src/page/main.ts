/* Everything of the page put together. */

import { askToClose, isEmbedded, listenToHost } from "../embed/inside";
import { ROUTES } from "../embed/options";
import * as belongings from "./belongings";
import * as composer from "./composer";
import * as conversation from "./conversation";
import * as device from "./device/device";
import * as places from "./device/dialog";
import * as unlock from "./device/unlock";
import { adopt, memory, settle, where } from "./memory";
import * as help from "./help";
import * as menu from "./menu";
import * as paper from "./paper";
import { isSecondOfDouble } from "./press";
import * as summary from "./summary";
import * as tab from "./tab";
import * as tabs from "./tabs";
import { arrive } from "./telegram";
import * as view from "./view";
import * as web from "./web";

void arrive();
listenToHost();
document.documentElement.classList.toggle("embedded", isEmbedded);
listen();
void begin();

function listen(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-says]")) {
    button.addEventListener("click", (event) => {
      if (!isSecondOfDouble(event)) conversation.command(button.dataset["says"] ?? "", button.textContent ?? "");
    });
  }
  help.listen();
  menu.listen();
  view.listen();
  belongings.listen();
  paper.listen();
  places.listen(() => void conversation.resume("", true));
  composer.listen(conversation.typed);
  summary.listen(conversation.edit);
  web.listen((text) => conversation.command(text, text));
  tabs.listen({ memory, ...conversation, makeRoom: places.makeRoom });
  addEventListener("online", () => void conversation.reconnect());
  // Another tab may have gone on since; where only this window has it, a reload would end it.
  addEventListener("pageshow", ({ persisted }) => persisted && where() !== "window" && location.reload());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) askToClose();
  });
}

/** Go on with what this tab remembers, else with what is kept on this device, else begin. */
async function begin(): Promise<void> {
  const inTab = tab.restore();
  let isAsked = false; // for a PIN
  if (inTab) adopt(inTab);
  else {
    conversation.shut();
    const { locked, kept: opened } = await device.look();
    isAsked = locked;
    const kept = locked ? await unlock.ask() : opened;
    if (kept) {
      adopt(kept.memory);
      settle(kept.place);
      composer.fill(kept.draft);
    }
  }
  if (!composer.text()) composer.fill(tab.draft());
  const named = new URLSearchParams(location.search).get("route");
  await conversation.resume(ROUTES.find((route) => route === named), isAsked);
}
