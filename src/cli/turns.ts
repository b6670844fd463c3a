import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from './progress';

/** Interrupts long work without input or output: reports its progress, and yields to the event loop for Ctrl-C. */
export type Turn = (doing: string) => Promise<void>;

/** @throws the reason of the signal, once it is aborted */
export function turns(progress: Pick<Progress, 'say'>, signal: AbortSignal, now: () => number = Date.now): Turn {
  let taken = now();
  return async (doing) => {
    if (now() - taken < EVERY_MS) return;
    progress.say(doing);
    await nextTurn();
    signal.throwIfAborted();
    taken = now();
  };
}

const EVERY_MS = 100;
