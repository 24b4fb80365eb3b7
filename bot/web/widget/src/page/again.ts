/* When to try again without being asked: after a while, and after a longer one each time that fails. */

const AFTER_MS = [10_000, 20_000, 40_000];
const LONGEST_MS = 60_000;

let timer = 0;
let failures = 0;

export function later(act: () => void): void {
  timer = setTimeout(act, AFTER_MS[failures++] ?? LONGEST_MS);
}

/** It is tried now, or not at all. */
export const stop = (): void => clearTimeout(timer);

export function succeeded(): void {
  failures = 0;
}
