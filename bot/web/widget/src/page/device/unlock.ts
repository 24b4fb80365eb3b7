/* The PIN of a conversation that is kept here. Whoever lost it can always delete what is here and begin anew. */

import { byId, onPress } from "../dom";
import { isSecondOfDouble } from "../press";
import * as device from "./device";
import { BUSY, OTHER_PIN, REALLY_WIPE } from "./texts";

const form = byId<HTMLFormElement>("unlock");
const pin = byId<HTMLInputElement>("unlock-pin");
const said = byId("unlock-said");

/** Ask for the PIN as often as it takes; null when the person had everything here deleted instead. */
export function ask(): Promise<device.Kept | null> {
  form.hidden = false;
  pin.focus();
  return new Promise((resolve) => {
    const done = (kept: device.Kept | null): void => {
      form.hidden = true;
      form.reset();
      resolve(kept);
    };
    let sure = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      sure = false;
      void open(done);
    });
    onPress("unlock-wipe", (event) => {
      if (isSecondOfDouble(event)) return; // that is no second thought
      if (sure) void device.wipe().then(() => done(null));
      said.textContent = REALLY_WIPE;
      sure = true;
    });
  });
}

async function open(done: (kept: device.Kept) => void): Promise<void> {
  said.textContent = BUSY;
  const kept = await device.unlock(pin.value.trim()).catch(() => null);
  if (kept) return done(kept);
  said.textContent = OTHER_PIN;
  pin.focus();
  pin.select();
}
