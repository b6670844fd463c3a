import { Follower, type Watched } from './follower';
import { screenFor } from './screen';
import { redact } from '../../../text/redaction/redact';
import { duration } from '../../duration';
import { inert, printable } from '../../report/wrap';
import type { Terminal } from '../../terminal';
import type { ExitCode } from '../../verb';

const EVERY_MS = 5_000;

export interface WatchOptions {
  readonly services: readonly Watched[];
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds after which the watch ends, decided or not. @default - it has no limit */
  readonly timeoutMs?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

/** Follows deployments until each service is steady, or its deployment has failed; ends with 2 if a time limit comes first. */
export async function watch({ services, sleep, timeoutMs = Infinity, now = Date.now }: WatchOptions, terminal: Terminal): Promise<ExitCode> {
  const followers = services.map((service) => new Follower(service));
  const screen = screenFor(terminal, followers.length);
  const began = now();
  let open = followers;
  try {
    for (;;) {
      const events = await Promise.all(open.map((follower) => follower.look()));
      terminal.signal.throwIfAborted();
      screen.show(blocksOf(open), events.flat());
      const ended = open.flatMap(said);
      open = open.filter(({ outcome }) => !outcome);
      const left = timeoutMs - (now() - began);
      if (open.length === 0 || left <= 0) {
        for (const line of [...ended, ...open.map((follower) => undecided(follower, timeoutMs))]) terminal.out(`${line}\n`);
        return exitCodeOf(followers);
      }
      if (ended.length > 0) screen.show(blocksOf(open), ended);
      await sleep(Math.min(EVERY_MS, left), terminal.signal);
    }
  } finally {
    screen.close();
  }
}

function exitCodeOf(followers: readonly Follower[]): ExitCode {
  if (followers.some(({ outcome }) => outcome?.steady === false)) return 1;
  return followers.every(({ outcome }) => outcome) ? 0 : 2;
}

function blocksOf(followers: readonly Follower[]) {
  return followers.flatMap(({ block }) => block ?? []);
}

function said({ name, outcome }: Follower): readonly string[] {
  return outcome ? [`${outcome.steady ? '✔' : '✖'} ${name}: ${inert(printable(redact(outcome.reason)))}`] : [];
}

function undecided({ name, block }: Follower, timeoutMs: number): string {
  return `? ${name}: neither steady nor failed after ${duration(timeoutMs)} (--timeout)${block ? `: ${block.state[0] ?? ''}` : ', since AWS has not answered'}`;
}
