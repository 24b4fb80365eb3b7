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
  const answer = (await json("/api/chat", { capsule, message })) as Answer | null;
  if (!Array.isArray(answer?.messages)) throw new ApiError("server", SERVER_TROUBLE);
  return answer;
}

export async function forget(capsule: string): Promise<void> {
  await post("/api/forget", { capsule });
}

export const exportAll = (capsule: string): Promise<unknown> => json("/api/export", { capsule });

export async function pdf(capsule: string): Promise<Blob> {
  const response = await post("/api/summary.pdf", { capsule });
  return response.blob();
}

async function json(path: string, body: object): Promise<unknown> {
  const response = await post(path, body);
  return read(await response.text(), response.status);
}

async function post(path: string, body: object): Promise<Response> {
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
    const whole = new Response(response.status === 204 ? null : await response.blob(), response); // in time as a whole
    notice(whole.headers.get(VERSION));
    return whole.ok ? whole : refuse(await whole.text(), whole.status);
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

function read(content: string, status: number): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new ApiError("server", SERVER_TROUBLE, status); // a proxy in between may answer with a page
  }
}

function refuse(content: string, status: number): never {
  const error = (read(content, status) as { error?: { code?: string; message?: string } } | null)?.error;
  throw new ApiError(error?.code ?? "server", error?.message ?? SERVER_TROUBLE, status);
}
