/* The letter to agree to: a sheet with exactly the words and the drawing that would be shared, and the message's buttons. */

import { button, byId, onPress } from "./dom";
import { figure, words } from "./log";
import { isSecondOfDouble } from "./press";
import type { Choice, Said } from "./protocol";

const dialog = byId<HTMLDialogElement>("letter");

onPress("letter-back", close);

/** Show it; closing it chooses nothing, the same buttons stay in the conversation. */
export function open(asking: Said, choose: (choice: Choice) => void): void {
  const content = byId("letter-content");
  content.replaceChildren(words(asking.text, false));
  if (asking.image) content.append(figure(asking.image));
  const buttons = asking.buttons.map((choice) =>
    button(choice.title, (event) => {
      if (isSecondOfDouble(event)) return;
      close();
      choose(choice);
    }),
  );
  byId("letter-buttons").replaceChildren(...buttons);
  if (!dialog.open) dialog.showModal();
  content.scrollTop = 0;
  byId("letter-title").focus();
}

export function close(): void {
  if (dialog.open) dialog.close();
}
