/* One conversation in two tabs: the one that was opened last goes on, the other says so. Nothing is said in both. */

import type { Memory } from "./memory";

type Note = { take: string } | { handed: Memory } | { gone: string } | { kept: string };

const WAIT_MS = 150; // another tab answers in a few; one that is asleep or gone does not

interface Tab {
  memory: Memory;
  /** Stop here: another tab has taken the conversation over. */
  rest(): void;
  /** A tab that had it knew more. */
  catchUp(memory: Memory): void;
  /** Everything was deleted in another tab. */
  forgotten(): void;
  /** Another conversation is kept on this device now, where there is room for one. */
  makeRoom(): void;
}

let channel: BroadcastChannel | null = null;

export function listen(tab: Tab): void {
  try {
    channel = new BroadcastChannel("gesprek");
  } catch {
    return; // where storage is blocked there is no other tab of this conversation either
  }
  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if ("take" in data && data.take === tab.memory.id) {
      channel?.postMessage({ handed: tab.memory } satisfies Note);
      tab.rest();
    } else if ("gone" in data && data.gone === tab.memory.id) {
      tab.forgotten();
    } else if ("kept" in data && data.kept !== tab.memory.id) {
      tab.makeRoom();
    } else if ("handed" in data && data.handed.id === tab.memory.id && data.handed.count > tab.memory.count) {
      tab.catchUp(data.handed);
    }
  };
}

export const gone = (id: string): void => channel?.postMessage({ gone: id } satisfies Note);

export const kept = (id: string): void => channel?.postMessage({ kept: id } satisfies Note);

/** Take the conversation over; what another tab knows more comes by `catchUp`, mostly before this is done. */
export async function take(id: string): Promise<void> {
  if (!channel) return;
  channel.postMessage({ take: id } satisfies Note);
  const answered = new Promise((resolve) => channel?.addEventListener("message", resolve, { once: true }));
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, WAIT_MS))]);
}
