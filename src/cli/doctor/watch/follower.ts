import { codeDeployRemarks } from './code-deploy-view';
import { outcomeOf, type Outcome } from './outcome';
import { Movement } from './movement';
import { pauses } from './paused-hooks';
import { SecondOpinion } from './second-opinion';
import { stopsOf } from './stops';
import { asDeployment, TaskSetWatch } from './task-sets';
import { faultIn, inFull, ToldOnce, type Printed } from './told-once';
import { eventLine, isFailing, newEvents, stateOf, timeOf } from './view';
import { WatchedDeployment } from './watched-deployment';
import { redact } from '../../../text/redaction/redact';
import type { LogTail } from '../../collect/account';
import type { ServiceNow } from '../../collect/read-service';
import type { EndedContainer } from '../../collect/request';
import { primary } from '../../collect/service-state';
import type { Task } from '../../collect/shapes';
import { duration } from '../../duration';
import type { Report } from '../../report/report';
import { inert, printable } from '../../report/wrap';
import { CannotLook, isCannotLook } from '../../verb';
import { findings } from '../checks/stopped-tasks';
import { endedContainers } from '../ended-containers';

// AWS may be busy for a while, mostly when deployments are many.
const MOST_MISSES = 12;

/** A service that is watched. */
export interface Watched {
  readonly name: string;
  readonly read: () => Promise<ServiceNow>;
  /** Diagnoses the service, for a deployment that makes no progress. */
  readonly diagnose?: () => Promise<Report>;
  /** Reads the last log lines of containers, if they are to be printed. */
  readonly logTails?: (containers: readonly EndedContainer[]) => Promise<ReadonlyMap<string, LogTail>>;
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
  private began?: Date;
  private readonly deployment = new WatchedDeployment();
  private readonly taskSets = new TaskSetWatch();
  private readonly movement = new Movement();
  private readonly opinion: SecondOpinion;
  private readonly seen = new Set<string>();
  private readonly causes = new ToldOnce();
  private misses = 0;
  private shown?: Block;
  private ended?: Outcome;

  public constructor(private readonly watched: Watched) {
    this.opinion = new SecondOpinion(watched.diagnose);
  }

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

  /** Reads the service again, and returns what is new: events, causes of stopped tasks, hooks that wait. */
  public async look(): Promise<readonly string[]> {
    const now = await this.read();
    if (!now) return [];
    const isOfEcs = (now.service.deploymentController?.type ?? 'ECS') === 'ECS';
    if (isOfEcs) this.deployment.see(now);
    const began = this.began ??= (primary(now.service) ?? asDeployment(now.service))?.createdAt ?? now.readAt;
    const events = newEvents(now, began, this.seen);
    for (const { id } of events) this.seen.add(id ?? '');
    const head = `${timeOf(now.readAt)} ${this.name}, ${duration(now.readAt.getTime() - began.getTime())}`;
    this.see({ head, state: stateOf(now), isFailing: isFailing(now) }, this.shown ? now.readAt : began);
    this.ended = isOfEcs ? outcomeOf(now, this.deployment) : this.taskSets.outcome(now);
    const remarks = [...await this.causesIn(now, events.map(({ message = '' }) => message)), ...this.pausesIn(now), ...this.opinionOn(now, began)];
    return [...events.map(eventLine), ...remarks];
  }

  /** Causes of failed tasks that were not printed before, with their fixes. */
  private async causesIn(now: ServiceNow, events: readonly string[]): Promise<readonly string[]> {
    const tasks = stopsOf(now, this.deployment.deployment ?? asDeployment(now.service));
    const isNew = faults(tasks).some((finding) => this.causes.isNew(finding));
    const tails = isNew ? await this.watched.logTails?.(endedContainers(tasks)) : undefined;
    const stops = faults(tasks, tails);
    return this.said(now, this.causes.lines([...stops, ...events.flatMap((message) => faultIn(message) ?? [])]));
  }

  private pausesIn(now: ServiceNow): readonly string[] {
    const fresh = [...pauses(now), ...codeDeployRemarks(now)].filter(([id]) => !this.seen.has(`hook ${id}`));
    for (const [id] of fresh) this.seen.add(`hook ${id}`);
    return this.said(now, fresh.flatMap(([, lines]) => lines));
  }

  private opinionOn(now: ServiceNow, began: Date): readonly string[] {
    if (this.ended) return [];
    const opinion = this.opinion.after(this.movement.still(now, began), now.readAt);
    if (!opinion) return [];
    const lines = this.causes.lines(opinion.errors);
    const isNew = lines.length > 0 || !this.seen.has(withoutTime(opinion.headline));
    this.seen.add(withoutTime(opinion.headline));
    return isNew ? this.said(now, [opinion.headline, ...lines]) : [];
  }

  /** Lines of the watch itself: those at the margin name the time and the service. */
  private said({ readAt }: ServiceNow, lines: readonly string[]): readonly string[] {
    return lines.map((line) => (line.startsWith(' ') ? '' : `${timeOf(readAt)} ${this.name}: `) + inert(printable(redact(line))));
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
    const state = seen.state.map((line) => inert(printable(redact(line))));
    const isSame = this.shown?.state.join('\n') === state.join('\n');
    this.shown = { name: this.name, ...seen, state, changedAt: this.shown && isSame ? this.shown.changedAt : now };
  }
}

/** Reasons of stopped tasks that are faults: what AWS does to Spot tasks is none. */
function faults(tasks: readonly Task[], logTails?: ReadonlyMap<string, LogTail>): readonly Printed[] {
  return findings(tasks, () => ({ severity: 'error' }), { logTails }).filter(({ severity }) => severity !== 'info').map(inFull);
}

function withoutTime(headline: string): string {
  return headline.replace(/^.*?; /, '');
}
