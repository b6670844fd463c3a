import { outcomeOf, type Outcome } from './outcome';
import { duration, eventLine, newEvents, stateOf, timeOf } from './view';
import type { ServiceNow } from '../collect/read-service';
import { primary } from '../doctor/service-state';
import { CannotLook, isCannotLook } from '../verb';

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
}

/** Follows the deployment of one service, look by look. */
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

  /** Looks once more, and answers events that are new. */
  public async look(): Promise<readonly string[]> {
    const now = await orMissed(this.watched.read);
    this.misses = now ? 0 : this.misses + 1;
    if (this.misses >= MOST_MISSES) throw new CannotLook(`AWS has not answered for ${this.name} ${this.misses} times in a row`);
    if (!now) return [];
    const first = this.first ??= followed(now, this.name);
    const started = primary(first.service)?.createdAt ?? first.readAt;
    const events = newEvents(now, started, this.seen);
    for (const { id } of events) this.seen.add(id ?? '');
    this.shown = { name: this.name, head: `${timeOf(now.readAt)} ${this.name}, ${duration(now.readAt.getTime() - started.getTime())}`, state: stateOf(now) };
    this.ended = outcomeOf(now, first);
    return events.map(eventLine);
  }
}

function followed(now: ServiceNow, name: string): ServiceNow {
  const controller = now.service.deploymentController?.type ?? 'ECS';
  if (controller !== 'ECS') throw new CannotLook(`--watch follows deployments of the ECS controller, and that of ${name} is ${controller}`);
  return now;
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
