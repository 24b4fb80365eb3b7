/* The three calls of the server. Every failure becomes an ApiError with a Dutch message for a person. */

import { NO_CONNECTION, SERVER_TROUBLE, TOO_SLOW } from "./texts.js";

const PATIENCE_MS = 20_000; // a turn may take the server 5 seconds; the rest is for a slow line

export class ApiError extends Error {
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export async function chat(capsule, message) {
  const answer = await post("/api/chat", { capsule, message });
  if (!Array.isArray(answer?.messages)) throw new ApiError("server", SERVER_TROUBLE);
  return answer;
}

export const forget = (capsule) => post("/api/forget", { capsule });
export const exportAll = (capsule) => post("/api/export", { capsule });

async function post(path, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      signal: patience.signal,
    });
    if (response.status === 204) return null;
    const content = await response.text();
    return response.ok ? readJson(content, response.status) : refuse(content, response.status);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw patience.signal.aborted ? new ApiError("timeout", TOO_SLOW) : new ApiError("network", NO_CONNECTION);
  } finally {
    clearTimeout(timer);
  }
}

function readJson(content, status) {
  try {
    return JSON.parse(content);
  } catch {
    throw new ApiError("server", SERVER_TROUBLE, status); // a proxy in between may answer with a page
  }
}

function refuse(content, status) {
  const error = readJson(content, status)?.error;
  throw new ApiError(error?.code ?? "server", error?.message ?? SERVER_TROUBLE, status);
}
