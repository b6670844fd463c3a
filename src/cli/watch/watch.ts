import { outcomeOf, type Outcome } from './outcome';
import { screenFor } from './screen';
import { duration, eventLine, newEvents, stateOf, timeOf } from './view';
import type { ServiceNow } from '../collect/read-service';
import { redactText } from '../collect/redact';
import { primary } from '../doctor/service-state';
import type { Terminal } from '../terminal';
import { CannotLook, isCannotLook, type ExitCode } from '../verb';

const EVERY_MS = 5_000;
// AWS may be busy for a while, mostly when deployments are many.
const MOST_MISSES = 12;

export interface WatchOptions {
  readonly name: string;
  readonly read: () => Promise<ServiceNow>;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Follows a deployment until the service is steady, or it has failed. */
export async function watch({ name, read, sleep }: WatchOptions, terminal: Terminal): Promise<ExitCode> {
  const first = await read();
  const controller = first.service.deploymentController?.type ?? 'ECS';
  if (controller !== 'ECS') throw new CannotLook(`--watch follows deployments of the ECS controller, and that of ${name} is ${controller}`);
  const started = primary(first.service)?.createdAt ?? first.readAt;
  const seen = new Set<string>();
  const screen = screenFor(terminal);
  let misses = 0;
  try {
    for (let now: ServiceNow | undefined = first; ; now = await orMissed(read)) {
      terminal.signal.throwIfAborted();
      misses = now ? 0 : misses + 1;
      if (misses >= MOST_MISSES) throw new CannotLook(`AWS has not answered for ${name} ${misses} times in a row`);
      if (now) {
        const events = newEvents(now, started, seen);
        for (const { id } of events) seen.add(id ?? '');
        const outcome = outcomeOf(now, first);
        screen.show([`${timeOf(now.readAt)} ${name}, ${duration(now.readAt.getTime() - started.getTime())}`, ...stateOf(now)], events.map(eventLine));
        if (outcome) return said(outcome, name, terminal);
      }
      await sleep(EVERY_MS, terminal.signal);
    }
  } finally {
    screen.close();
  }
}

function said({ steady, reason }: Outcome, name: string, terminal: Terminal): ExitCode {
  terminal.out(`${steady ? '✔' : '✖'} ${name}: ${redactText(reason)}\n`);
  return steady ? 0 : 1;
}

/** Nothing where AWS doesn't answer just now; what the user has to put right is thrown. */
async function orMissed(read: () => Promise<ServiceNow>): Promise<ServiceNow | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isCannotLook(error) || !(error instanceof Error) || error.name === 'AbortError') throw error;
    return undefined;
  }
}
