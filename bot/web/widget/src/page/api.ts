/* The calls of the server. Every failure becomes an ApiError with a Dutch message for a person. */

import type { Answer, Message } from "./protocol";
import { NO_CONNECTION, SERVER_TROUBLE, TOO_SLOW } from "./texts";

const PATIENCE_MS = 20_000; // a turn may take the server 5 seconds; the rest is for a slow line
const VERSION = "Gesprek-Versie";

let newer = false;

/** Whether the server answers for a newer page than this one. */
export const isOutdated = (): boolean => newer;

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 0,
  ) {
    super(message);
  }

  /** Whether the same again can never be answered; too often (429) is a matter of waiting. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

export async function chat(capsule: string | null, message: Message | null): Promise<Answer> {
  const answer = (await post("/api/chat", { capsule, message }, json)) as Answer | null;
  if (!Array.isArray(answer?.messages)) throw new ApiError("server", SERVER_TROUBLE);
  return answer;
}

export const forget = (capsule: string): Promise<void> => post("/api/forget", { capsule }, async () => undefined);
export const exportAll = (capsule: string): Promise<unknown> => post("/api/export", { capsule }, json);
export const pdf = (capsule: string): Promise<Blob> => post("/api/summary.pdf", { capsule }, (response) => response.blob());

async function post<T>(path: string, body: object, read: (response: Response) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      signal: patience.signal,
    });
    notice(response.headers.get(VERSION));
    return response.ok ? await read(response) : await refuse(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw patience.signal.aborted ? new ApiError("timeout", TOO_SLOW) : new ApiError("network", NO_CONNECTION);
  } finally {
    clearTimeout(timer);
  }
}

function notice(version: string | null): void {
  if (version && version !== document.documentElement.dataset["versie"]) newer = true;
}

async function json(response: Response): Promise<unknown> {
  const content = await response.text();
  try {
    return JSON.parse(content);
  } catch {
    throw new ApiError("server", SERVER_TROUBLE, response.ok ? 0 : response.status); // a proxy in between answers with a page
  }
}

async function refuse(response: Response): Promise<never> {
  const error = ((await json(response)) as { error?: { code?: string; message?: string } } | null)?.error;
  throw new ApiError(error?.code ?? "server", error?.message ?? SERVER_TROUBLE, response.status);
}
