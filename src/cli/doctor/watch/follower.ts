import { outcomeOf, type Outcome } from './outcome';
import { duration, eventLine, isFailing, newEvents, stateOf, timeOf } from './view';
import { redact } from '../../../text/redaction/redact';
import type { ServiceNow } from '../../collect/read-service';
import { primary } from '../../collect/service-state';
import { printable } from '../../report/wrap';
import { CannotLook, isCannotLook } from '../../verb';

// AWS may be busy for a while, mostly when deployments are many.
const MOST_MISSES = 12;

/** A service that is watched. */
export interface Watched {
  readonly name: string;
  readonly read: () => Promise<ServiceNow>;
}

/** One service as it is shown: a line with the time, and what there is to see. */
export interface Block {
  readonly name: string;
  readonly head: string;
  readonly state: readonly string[];
  /** Tasks fail, or it is being rolled back. */
  readonly isFailing: boolean;
  /** Time of the last change of the state. */
  readonly changedAt: Date;
}

/** Follows the deployment of one service by polling. */
export class Follower {
  private first?: ServiceNow;
  private readonly seen = new Set<string>();
  private misses = 0;
  private shown?: Block;
  private ended?: Outcome;

  public constructor(private readonly watched: Watched) {}

  public get name(): string {
    return this.watched.name;
  }

  /** As it was seen last; `undefined` as long as AWS has not answered. */
  public get block(): Block | undefined {
    return this.shown;
  }

  /** `undefined` while the deployment goes on. */
  public get outcome(): Outcome | undefined {
    return this.ended;
  }

  /** Reads the service again, and returns the new events. */
  public async look(): Promise<readonly string[]> {
    const now = await this.read();
    if (!now) return [];
    const first = this.first ??= followed(now, this.name);
    const started = primary(first.service)?.createdAt ?? first.readAt;
    const events = newEvents(now, started, this.seen);
    for (const { id } of events) this.seen.add(id ?? '');
    const head = `${timeOf(now.readAt)} ${this.name}, ${duration(now.readAt.getTime() - started.getTime())}`;
    this.see({ head, state: stateOf(now), isFailing: isFailing(now) }, this.shown ? now.readAt : started);
    this.ended = outcomeOf(now, first);
    return events.map(eventLine);
  }

  /** Reads the service; `undefined` where AWS doesn't answer now. Mistakes of the user are thrown. */
  private async read(): Promise<ServiceNow | undefined> {
    try {
      const now = await this.watched.read();
      this.misses = 0;
      return now;
    } catch (error) {
      if (isCannotLook(error) || !(error instanceof Error) || error.name === 'AbortError') throw error;
      this.misses++;
      if (this.misses >= MOST_MISSES) throw new CannotLook(`AWS has not answered for ${this.name} ${this.misses} times in a row: ${error.message}`);
      this.see({ head: this.shown?.head ?? this.name, state: [`no answer: ${error.message}`], isFailing: this.shown?.isFailing ?? false }, new Date());
      return undefined;
    }
  }

  private see(seen: Pick<Block, 'head' | 'state' | 'isFailing'>, now: Date): void {
    const state = seen.state.map((line) => printable(redact(line)));
    const isSame = this.shown?.state.join('\n') === state.join('\n');
    this.shown = { name: this.name, ...seen, state, changedAt: this.shown && isSame ? this.shown.changedAt : now };
  }
}

function followed(now: ServiceNow, name: string): ServiceNow {
  const controller = now.service.deploymentController?.type ?? 'ECS';
  if (controller !== 'ECS') throw new CannotLook(`--watch follows deployments of the ECS controller, and that of ${name} is ${controller}`);
  return now;
}
