/* The letter to agree to: a sheet with exactly the words and the drawing that would be shared, the question, and its buttons. */

import { button, byId, onPress } from "./dom";
import { figure, words } from "./log";
import { isSecondOfDouble } from "./press";
import type { Choice, Said } from "./protocol";

const dialog = byId<HTMLDialogElement>("letter");

onPress("letter-back", close);

/** Show it; closing it chooses nothing, the same buttons stay in the conversation. */
export function open(letter: Said, asking: Said, choose: (choice: Choice) => void): void {
  const content = byId("letter-content");
  content.replaceChildren(words(letter.text, false));
  if (letter.image) content.append(figure(letter.image));
  byId("letter-question").textContent = asking === letter ? "" : asking.text;
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
