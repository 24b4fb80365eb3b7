/* The conversation: what is sent, what comes back, and what happens when nothing does. */

import * as api from "./api.js";
import * as choices from "./choices.js";
import * as composer from "./composer.js";
import * as log from "./log.js";
import * as menu from "./menu.js";
import * as surroundings from "./surroundings.js";
import { erase, keep, startOver, tab } from "./tab.js";
import { RETRY, START_ANEW } from "./texts.js";
import * as view from "./view.js";

const HELP = "hulp nu";

let busy = false;
let over = false; // everything was deleted: only a new conversation is left
let round = 0; // goes up when everything is deleted, so that an answer still on its way is dropped

/** Show what this tab remembers, and go on there. */
export function resume() {
  log.restore(tab.said);
  surroundings.showStage(tab.stage);
  if (tab.said.length) view.follow(log.newest());
  start();
}

export const typed = (text) => send({ message: { text }, spoken: text, typed: true, moves: true });

/** Say `text` for somebody who pressed a button that reads `title`. */
export function command(text, title) {
  if (text === HELP && (busy || over || !tab.capsule)) surroundings.showHelp();
  else send({ message: { text }, spoken: title, moves: true });
}

/** Leave nothing of the conversation in the tab; `messages` are the last words. */
export function end(messages) {
  round += 1;
  over = true;
  erase();
  setBusy(false);
  setUsable(false);
  log.clear();
  choices.show([{ title: START_ANEW }], "choice", startAnew);
  surroundings.hush();
  surroundings.showStage(tab.stage);
  const bubbles = messages.map(botSays).map(log.add);
  bubbles.at(-1)?.focus({ preventScroll: true });
}

const start = (moves = false) => send({ message: null, spoken: null, moves });
const choose = ({ title, choice }) => send({ message: { choice }, spoken: title, moves: true });

/**
 * Send a turn, one at a time whatever is pressed: {message, spoken, typed, moves}, where `spoken` is for the person's
 * bubble, `typed` tells that it is in the text box too, and `moves` that focus goes to the answer. Also when there is no
 * conversation yet, because it could not be begun: a cry for help is answered all the same.
 */
async function send(turn) {
  if (busy || over) return;
  const here = round;
  setBusy(true);
  surroundings.hush();
  try {
    const answer = await api.chat(tab.capsule, turn.message);
    if (here === round) accept(answer, turn);
  } catch (error) {
    if (here === round) fail(error, turn);
  } finally {
    if (here === round) setBusy(false);
  }
}

function accept(answer, turn) {
  if (answer.forgotten) return end(answer.messages);
  const { capsule, stage, expects, messages } = answer;
  const heard = turn.message === null && isShown(messages) ? [] : messages.map(botSays);
  const said = turn.spoken === null ? heard : [youSay(turn.spoken), ...heard];
  Object.assign(tab, { capsule, stage, said: [...tab.said, ...said] });
  keep();
  if (turn.typed) composer.answered(turn.spoken);
  surroundings.hideHelp();
  surroundings.showStage(stage);
  composer.setKind(expects?.kind);
  choices.show(messages.findLast(({ buttons }) => buttons?.length)?.buttons ?? [], expects?.kind, choose);
  const bubbles = said.map(log.add);
  const first = bubbles.at(-heard.length) ?? log.newest();
  if (first) view.follow(first);
  if (turn.moves) moveFocus(turn);
}

const youSay = (text) => ({ who: "you", text, image: null });
const botSays = ({ text, image }) => ({ who: "bot", text, image: image ?? null });

/** Tell whether the question of a resumed conversation already stands below the person's last words. */
function isShown(messages) {
  const since = tab.said.slice(tab.said.findLastIndex(({ who }) => who === "you") + 1);
  return since.some(({ text }) => text === messages.at(-1)?.text);
}

function moveFocus(turn) {
  if (turn.typed || view.hasDesktopKeyboard()) composer.focus();
  else log.newest().focus({ preventScroll: true });
}

function fail(error, turn) {
  const isInvalid = error.status === 409;
  surroundings.say(
    error.message,
    isInvalid ? { title: START_ANEW, press: startAnew } : { title: RETRY, press: () => retry(turn) },
  );
  if (turn.message?.text === HELP) surroundings.showHelp();
}

/** Send the same again; typed words as they stand in the box now, and not when they were taken back. */
function retry(turn) {
  if (view.hasDesktopKeyboard()) composer.focus(); // the button that was pressed goes away
  if (!turn.typed) send(turn);
  else if (composer.hasWords()) typed(composer.text());
  else surroundings.hush();
}

function startAnew() {
  over = false;
  startOver();
  setUsable(true);
  choices.clear();
  log.restore([]);
  start(true);
}

function setBusy(value) {
  busy = value;
  choices.setBusy(value);
  composer.setBusy(value);
  surroundings.setTyping(value);
}

function setUsable(usable) {
  composer.setShown(usable);
  menu.setUsable(usable);
  if (!usable) composer.empty();
}
