import { known, Unknown, type Fact } from '../../../facts/fact';
import type { LiveCluster } from '../../collect/account';
import { count, isSteady } from '../../collect/service-state';
import type { Task, TaskDefinition } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { classifyStop, wordsOf } from '../classifier/classify-stop';
import { eraOf } from '../history';
import { withLimit } from '../limits/with-limit';
import { onService, orNone, type LiveFinding, type ServiceView } from '../live-check';
import type { CausalRank } from '../../../gotchas/causal-rank';
import type { Severity } from '../../../gotchas/definition';

const MOST_EVIDENCE = 3;
// A stop or two may be chance; three in an hour are a habit.
const HABIT = 3;

/** Reports the stop reasons of a service's tasks in about the last hour, each once. */
export const stoppedTasks = onService({
  id: 'ops-unknown-stop',
  check: (view) => {
    const { cluster, live: { service } } = view;
    const own = known(cluster.stoppedTasks).filter(({ group }) => group === `service:${service.serviceName}`);
    // ECS has forgotten the stopped tasks: the check can neither pass nor fail.
    if (own.length === 0 && !isSteady(service)) return [{ notChecked: 'no stopped task is left to read: ECS forgets them after about an hour' }];
    return findings(own, (stops) => judge(view, stops), { logTails: cluster.logTails, definition: view.live.taskDefinition });
  },
});

function judge(view: ServiceView, stops: readonly Task[]): Judgement {
  const causalRank = rankOf(view, stops);
  if (eraOf(view, stops) === 'past') {
    return { causalRank, severity: stops.length < HABIT ? 'info' : 'warning', remark: ', before the service was steady again' };
  }
  return { causalRank, severity: isSteady(view.live.service) && stops.length < HABIT ? 'warning' : 'error' };
}

/** Tasks that never ran, or that are of no revision that runs, are no reason for the health of those that run. */
function rankOf({ live: { runningTasks } }: ServiceView, stops: readonly Task[]): CausalRank | undefined {
  if (!stops.some(hasRun)) return 'start';
  const running = orNone(runningTasks).map(({ taskDefinitionArn }) => taskDefinitionArn);
  return running.length === 0 || stops.some(({ taskDefinitionArn }) => running.includes(taskDefinitionArn)) ? undefined : 'start';
}

function hasRun({ startedAt, containers = [] }: Task): boolean {
  return startedAt !== undefined || containers.some(({ exitCode }) => exitCode !== undefined);
}

/** Meaning of stops for the service. */
interface Judgement {
  readonly severity: Severity;
  readonly causalRank?: CausalRank;
  /** Follows the detail. */
  readonly remark?: string;
}

/** Facts about stopped tasks that their descriptions lack. */
interface Around {
  readonly logTails?: LiveCluster['logTails'];
  /** The revision that the service is to run. */
  readonly definition?: Fact<TaskDefinition>;
}

/** A finding for each reason, with the judgement on its stops. */
export function findings(
  tasks: readonly Task[], judgeStops: (stops: readonly Task[]) => Judgement, { logTails = new Map(), definition }: Around = {},
): readonly LiveFinding[] {
  const current = definition instanceof Unknown ? undefined : definition as TaskDefinition | undefined;
  const definitionOf = ({ taskDefinitionArn }: Task) => (taskDefinitionArn === current?.taskDefinitionArn ? current : undefined);
  const faults = tasks.flatMap((task) => {
    const reason = classifyStop(task, definitionOf(task));
    return reason ? [{ task, reason }] : [];
  });
  const groups = groupBy(faults, ({ reason }) => `${reason.id} ${reason.means}`);
  return [...groups.values()].map((group) => {
    const stops = newestFirst(group.map(({ task }) => task));
    const log = stops.map(({ taskArn = '' }) => logTails.get(taskArn)).find((tail) => tail !== undefined);
    const { id, means, fix, why, severity } = withLimit({ meaning: group[0].reason, tasks: stops, definition: definitionOf(stops[0]), log });
    const judgement = judgeStops(stops);
    return {
      id,
      fix,
      why,
      severity: milder(severity, judgement.severity),
      causalRank: judgement.causalRank,
      property: 'stoppedReason',
      detail: `stopped tasks (${count(stops.length, 'task')} in the last hour) ${means}${judgement.remark ?? ''}`,
      evidence: [...new Set(stops.flatMap(wordsOf))].slice(0, MOST_EVIDENCE),
      log,
    };
  });
}

const MILDEST_FIRST: readonly Severity[] = ['info', 'warning', 'error'];

/** The milder of what a reason is at most, and what its stops are. */
function milder(most: Severity = 'error', severity: Severity): Severity {
  return MILDEST_FIRST.indexOf(most) < MILDEST_FIRST.indexOf(severity) ? most : severity;
}

/** Tasks by the time at which they stopped. */
export function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((one, other) => Number(other.stoppedAt ?? 0) - Number(one.stoppedAt ?? 0));
}
