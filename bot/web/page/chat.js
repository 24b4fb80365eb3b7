/* Everything of the page put together. */

import * as belongings from "./belongings.js";
import * as composer from "./composer.js";
import * as conversation from "./conversation.js";
import { arrive } from "./from_telegram.js";
import * as menu from "./menu.js";
import { isSecondOfDouble } from "./press.js";
import { hideHelp } from "./surroundings.js";
import { restore } from "./tab.js";
import * as view from "./view.js";

const helpNow = document.getElementById("help-now");

for (const button of document.querySelectorAll("[data-says]")) {
  button.addEventListener("click", (event) => {
    if (!isSecondOfDouble(event)) conversation.command(button.dataset.says, button.textContent);
  });
}
document.getElementById("help-close").addEventListener("click", () => {
  hideHelp();
  helpNow.focus();
});

arrive();
restore();
menu.listen();
view.listen();
belongings.listen();
composer.listen(conversation.typed);
conversation.resume();
