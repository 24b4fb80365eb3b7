/* The conversation: what is sent, one thing at a time and in order, what comes back, and what happens when nothing does. */

import * as again from "./again";
import * as api from "./api";
import * as attention from "./attention";
import * as choices from "./choices";
import * as composer from "./composer";
import { botSays, isShown, youSay } from "./entries";
import * as help from "./help";
import * as log from "./log";
import { adopt, type Entry, erase, keep, memory, type Turn, where } from "./memory";
import * as menu from "./menu";
import * as outbox from "./outbox";
import type { Answer, Message, Said } from "./protocol";
import * as summary from "./summary";
import * as surroundings from "./surroundings";
import { ELSEWHERE, ERASED, HERE, leftOut, NEW_VERSION, RELOAD, RETRY, STANDS_READY, START_ANEW } from "./texts";
import * as tabs from "./tabs";
import * as view from "./view";
import * as web from "./web";

const HELP = "hulp nu";

let state: "open" | "over" | "resting" | "shut" = "shut";
let sending = false;
let sent: Turn | null = null; // what is on its way, where that is something said
let stuck = false; // the last attempt failed
let asking = false; // the open question has to be heard, of a conversation that begins or is taken up again
let round = 0; // goes up when everything is deleted or taken over, so that an answer still on its way is dropped
let route = ""; // one of the ways to begin, which the address of the page may name

/** Show what is remembered, and go on there, with focus for who `waits`; a new conversation begins the way `wanted` names. */
export async function resume(wanted = "", waits = false): Promise<void> {
  leave("open");
  route = memory.count ? "" : wanted;
  setUsable(true);
  redraw();
  if (waits) attention.wait();
  asking = true;
  if (memory.count) await tabs.take(memory.id);
  await flush();
}

export const typed = (text: string): void => say({ text }, text, true);

/** Say `text` for somebody who pressed a button that reads `title`. */
export function command(text: string, title: string): void {
  if (text === HELP && (state !== "open" || sending || memory.outbox.length || !memory.capsule)) help.show();
  else if (state === "open") say({ text }, title);
}

/** Change a line of the summary. */
export const edit: Parameters<typeof summary.listen>[0] = (line, text) => {
  if (state === "open") say({ edit: { key: line.key, text } }, text ? `${line.label}: ${text}` : leftOut(line.label));
};

/** Leave nothing of the conversation anywhere; `messages` are the last words. */
export async function end(messages: Pick<Said, "text">[]): Promise<void> {
  tabs.gone(memory.id);
  await forgotten(messages);
}

/** The same, where another tab began it. */
export async function forgotten(messages: Pick<Said, "text">[] = [{ text: ERASED }]): Promise<void> {
  leave("over");
  await erase();
  composer.fill("");
  log.clear();
  outbox.show(false, takeBack);
  choices.showOnly(START_ANEW, () => void startAnew());
  surroundings.hush();
  surroundings.showPlace(where());
  surroundings.showStage(memory.stage);
  web.show();
  messages.map(({ text }) => log.add({ who: "bot", text, image: null })).at(-1)?.focus({ preventScroll: true });
}

/** Another tab has this conversation now. */
export function rest(): void {
  if (state !== "open") return;
  leave("resting");
  choices.clear();
  outbox.show(false, takeBack);
  const goOn = (): void => (where() === "device" ? location.reload() : void resume("", true)); // there the other has written since
  surroundings.say(ELSEWHERE, { title: HERE, press: goOn });
}

/** Another tab had more of this conversation. */
export function catchUp(known: typeof memory): void {
  if (state !== "open") return;
  drop();
  adopt(known);
  void keep();
  redraw();
  asking = true;
  void flush();
}

/** Wait for something else before there is a conversation. */
export const shut = (): void => leave("shut");

/** The connection is back: what was on its way over the old one may never come, so it is sent again, and only now. */
export async function reconnect(): Promise<void> {
  if (sending) drop();
  await flush();
}

function say(message: Message, spoken: string, typed = false): void {
  memory.outbox.push({ message, spoken, typed });
  surroundings.hush();
  help.hide();
  if ("edit" in message) attention.stay(); // the eye is at the line that is changed
  else attention.wait();
  showOutbox(attention.waits());
  void keep().then(flush);
}

const pressed: choices.Pressed = {
  say: (text) => say({ text }, text),
  choose: ({ title, choice }) => say({ choice }, title),
};

/** Send what waits. The server keeps nothing, so the same message with the same capsule may be sent again. */
async function flush(): Promise<void> {
  if (sending || state !== "open") return;
  const turn = memory.outbox[0] ?? null;
  if (!turn && !asking) return;
  const here = round;
  again.stop();
  setSending(true, turn);
  try {
    const answer = await api.chat(memory.capsule, turn?.message ?? null);
    if (here !== round) return;
    setSending(false);
    await accept(answer, turn);
  } catch (error) {
    if (here !== round) return;
    setSending(false);
    if (!(error instanceof api.ApiError)) throw error;
    return fail(error, turn);
  }
  await flush();
}

async function accept(answer: Answer, turn: Turn | null): Promise<void> {
  if (answer.forgotten) return end(answer.messages);
  const { capsule, stage, expects, messages } = answer;
  const heard = turn === null && isShown(messages, memory.said) ? [] : messages.map(botSays);
  const said: Entry[] = turn ? [youSay(turn, memory.key, expects.key), ...heard] : heard;
  Object.assign(memory, { capsule, stage, key: expects.key, said: [...memory.said, ...said] });
  memory.outbox = without(turn); // more may have been said since
  takeIn(answer);
  const here = round;
  await keep();
  if (here !== round) return;
  [stuck, asking] = [false, false];
  again.succeeded();
  surroundings.hush();
  surroundings.showStage(stage);
  web.show();
  composer.setKind(expects.kind);
  choices.show(messages, expects.kind, pressed);
  showOutbox(false);
  const bubbles = said.map(log.add);
  const first = bubbles.at(-heard.length) ?? log.newest();
  if (first && (attention.waits() || !turn) && attention.mayScroll()) view.follow(first);
  if (attention.waits() && !memory.outbox.length) attention.arrive(Boolean(turn?.typed));
  takeRoute(answer);
  offerReload();
}

/** Take what came beside the messages: the drawing as it is now, the summary's lines. */
function takeIn(answer: Answer): void {
  if (answer.drawing !== undefined) memory.web = answer.drawing;
  if (!answer.summary) return;
  const shown = memory.said.findLast((entry) => entry.summary);
  if (shown) shown.summary = answer.summary;
  summary.renew(answer.summary);
}

function fail(error: api.ApiError, turn: Turn | null): void {
  stuck = true;
  if (error.status === 409) {
    surroundings.say(error.message, { title: START_ANEW, press: () => void startAnew() });
  } else if (error.isFinal && turn) {
    takeBack(turn);
    surroundings.say(error.message);
    stuck = false;
    void flush(); // what was said after it can be taken
  } else {
    const words = memory.outbox.length ? `${error.message} ${STANDS_READY}` : error.message;
    surroundings.say(words, { title: RETRY, press: () => void pressRetry() });
    again.later(() => void flush());
  }
  showOutbox();
  if (turn && "text" in turn.message && turn.message.text.trim().toLowerCase() === HELP) help.show();
}

async function pressRetry(): Promise<void> {
  attention.wait();
  await flush();
}

const without = (turn: Turn | null): Turn[] => memory.outbox.filter((other) => other !== turn);

/** Give back what waits, to be said otherwise or not at all. */
function takeBack(turn: Turn): void {
  memory.outbox = without(turn);
  const wasSent = turn === sent;
  if (wasSent) drop();
  void keep();
  if (turn.typed) composer.putBack([turn.spoken]);
  if (!memory.outbox.length && !asking) {
    again.stop();
    stuck = false;
    surroundings.hush();
  }
  showOutbox();
  composer.focus();
  if (wasSent) void flush();
}

async function startAnew(): Promise<void> {
  const waiting = memory.outbox.filter((turn) => turn.typed);
  adopt({});
  leave("open");
  await keep();
  composer.putBack(waiting.map(({ spoken }) => spoken));
  surroundings.hush();
  redraw();
  setUsable(true);
  asking = true;
  attention.wait();
  await flush();
}

function leave(next: typeof state): void {
  again.stop();
  drop();
  stuck = false;
  state = next;
  setUsable(false);
}

/** What is on its way is answered to nobody any more. */
function drop(): void {
  round += 1;
  setSending(false);
}

/** Show everything that is remembered anew. */
function redraw(): void {
  log.restore(memory.said);
  choices.clear();
  surroundings.hush();
  surroundings.showPlace(where());
  surroundings.showStage(memory.stage);
  web.show();
  showOutbox();
  const newest = log.newest();
  if (newest) view.follow(newest);
}

function showOutbox(follow = true): void {
  outbox.show(stuck, takeBack);
  choices.setWaiting(memory.outbox.length > 0, stuck);
  if (follow) document.querySelector("#outbox > :last-child")?.scrollIntoView({ block: "end" });
}

/** Begin the way that the address asks for, for a conversation that has only just begun and in which nothing was said. */
function takeRoute({ messages, expects }: Answer): void {
  const wanted = route;
  route = "";
  if (!wanted || expects.key !== "route" || memory.outbox.length) return;
  const choice = messages.flatMap(({ buttons }) => buttons).find(({ title }) => title.toLowerCase().includes(wanted));
  if (choice) pressed.choose(choice);
}

function offerReload(): void {
  if (api.isOutdated() && where() !== "window" && !memory.outbox.length) {
    surroundings.say(NEW_VERSION, { title: RELOAD, press: () => location.reload() });
  }
}

function setSending(value: boolean, turn: Turn | null = null): void {
  sending = value;
  sent = turn;
  surroundings.setTyping(value);
}

function setUsable(usable: boolean): void {
  composer.setShown(usable);
  menu.setUsable(usable);
  document.documentElement.classList.toggle("at-rest", !usable);
}

