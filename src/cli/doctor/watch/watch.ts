import { Follower, type Watched } from './follower';
import { screenFor } from './screen';
import { redact } from '../../../text/redaction/redact';
import { printable } from '../../report/wrap';
import type { Terminal } from '../../terminal';
import type { ExitCode } from '../../verb';

const EVERY_MS = 5_000;

export interface WatchOptions {
  readonly services: readonly Watched[];
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Follows deployments until each service is steady, or its deployment has failed. */
export async function watch({ services, sleep }: WatchOptions, terminal: Terminal): Promise<ExitCode> {
  const followers = services.map((service) => new Follower(service));
  const screen = screenFor(terminal, followers.length);
  let open = followers;
  try {
    for (;;) {
      const events = await Promise.all(open.map((follower) => follower.look()));
      terminal.signal.throwIfAborted();
      screen.show(blocksOf(open), events.flat());
      const ended = open.flatMap(said);
      open = open.filter(({ outcome }) => !outcome);
      if (open.length === 0) {
        for (const line of ended) terminal.out(`${line}\n`);
        return followers.every(({ outcome }) => outcome?.steady) ? 0 : 1;
      }
      if (ended.length > 0) screen.show(blocksOf(open), ended);
      await sleep(EVERY_MS, terminal.signal);
    }
  } finally {
    screen.close();
  }
}

function blocksOf(followers: readonly Follower[]) {
  return followers.flatMap(({ block }) => block ?? []);
}

function said({ name, outcome }: Follower): readonly string[] {
  return outcome ? [`${outcome.steady ? '✔' : '✖'} ${name}: ${printable(redact(outcome.reason))}`] : [];
}
