import type { ScheduleSummary } from '@aws-sdk/client-scheduler';
import { machineIn, type ReadMachines } from './machines';
import { Unknown, type Fact } from '../../../facts/fact';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { groupBy } from '../lists';
import { fewPages } from '../pages';
import { nameIn } from '../service-state';
import type { Cluster } from '../shapes';

/** Pages of 100 schedules that are read: an app can have a schedule for each of its users. */
const MOST_PAGES = 20;
/** Target of schedules that call RunTask with an input of their own. */
const RUN_TASK = /^arn:[^:]+:scheduler:::aws-sdk:ecs:runTask$/;
/** Targets of schedules that start a state machine of their input. */
const START_EXECUTION = /^arn:[^:]+:scheduler:::aws-sdk:sfn:start(?:Sync)?Execution$/;

/** A schedule that starts tasks. */
export interface TaskSchedule {
  readonly name: string;
  readonly group: string;
  readonly clusterArn: string;
  /** ARN of the queue for starts that failed. */
  readonly deadLetterQueue?: string;
}

/** Schedules that start tasks, and the number of all schedules in their groups. Schedules that are disabled do not count. */
export interface ReadSchedules {
  readonly ofTasks: readonly TaskSchedule[];
  readonly countIn: (group: string) => number;
}

/** Reads the schedules of the region that start tasks in one of the clusters, also by a state machine. */
export function readSchedules(context: Context, clusters: readonly Cluster[], reading: Promise<ReadMachines>): Promise<Fact<ReadSchedules>> {
  return fact(async () => {
    const all = await fewPages(context.aws, CALLS.listSchedules, { State: 'ENABLED' }, (page) => page.Schedules, MOST_PAGES);
    if (!all) return new Unknown(`EventBridge Scheduler has more than ${MOST_PAGES * CALLS.listSchedules.paging!.size![1]} schedules`);
    const groups = groupBy(all, ({ GroupName }) => GroupName);
    const arns = clusters.map(({ clusterArn }) => clusterArn!);
    const { ofTasks: machines } = await reading;
    const throughMachine = new Map(machines.map(({ arn, clusterArns }) => [arn, clusterArns]));
    const isCandidate = (arn = '') => arns.includes(arn) || RUN_TASK.test(arn) || (START_EXECUTION.test(arn) && machines.length > 0) || throughMachine.has(machineIn(arn) ?? '');
    const candidates = all.filter(({ Target }) => isCandidate(Target?.Arn));
    const ofTasks = await Promise.all(candidates.map((schedule) => readSchedule(context, schedule, arns, throughMachine)));
    return { ofTasks: ofTasks.flat(), countIn: (group) => groups.get(group)?.length ?? 0 };
  });
}

async function readSchedule(
  { aws }: Context, { Name, GroupName }: ScheduleSummary, clusterArns: readonly string[], throughMachine: ReadonlyMap<string, readonly string[]>,
): Promise<readonly TaskSchedule[]> {
  const schedule = await orMissing(() => aws.send(CALLS.getSchedule, { Name, GroupName }));
  const { Arn = '', Input, DeadLetterConfig } = schedule?.Target ?? {};
  const cluster = RUN_TASK.test(Arn) ? textIn(Input, 'Cluster') ?? 'default' : Arn;
  const machine = machineIn(START_EXECUTION.test(Arn) ? textIn(Input, 'StateMachineArn') : Arn);
  const started = throughMachine.get(machine ?? '') ?? clusterArns.filter((arn) => arn === cluster || nameIn(arn) === cluster);
  return started.map((clusterArn) => ({ name: Name!, group: GroupName!, clusterArn, deadLetterQueue: DeadLetterConfig?.Arn }));
}

/** A text in the input of a call; `undefined` if there is none. An input that is no JSON has no cluster. */
function textIn(input: string | undefined, name: string): string | undefined {
  try {
    const value = (JSON.parse(input ?? '{}') as Readonly<Record<string, unknown>>)[name];
    return value === undefined ? undefined : String(value);
  } catch {
    return '';
  }
}
