import type { ErrorKind } from './errors';

/** Number of attempts before a call counts as failed. */
const ATTEMPTS: Partial<Record<ErrorKind, number>> = { throttled: 12, transient: 6 };

/** The longest wait before each next attempt doubles, up to a limit. */
const FIRST_WAIT_MS: Partial<Record<ErrorKind, number>> = { throttled: 400, transient: 100 };
const LONGEST_WAIT_MS = 15_000;

/** Milliseconds to wait before the next attempt, random up to the limit, so that callers don't return all at once; `undefined`: no further attempt. */
export function waitBefore(attempt: number, kind: ErrorKind, random: () => number): number | undefined {
  if (attempt >= (ATTEMPTS[kind] ?? 1)) return undefined;
  const longest = Math.min(FIRST_WAIT_MS[kind]! * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return longest * (0.5 + random() / 2);
}
