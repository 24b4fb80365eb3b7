/* Opened inside Telegram, the address ends in who opened it. That is taken out at once, checked once, and kept nowhere. */

import { byId } from "./dom";
import { FROM_TELEGRAM } from "./texts";

const CHECK = "/telegram/page";

/** Take the profile out of the address; say where the words go now, if Telegram really opened this. */
export async function arrive(): Promise<void> {
  const given = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  if (given === null) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const checked = await fetch(CHECK, { method: "POST", body: given }).catch(() => null);
  if (checked?.status !== 204) return;
  const line = document.createElement("p");
  line.textContent = FROM_TELEGRAM;
  byId("footer").append(line);
}
