import { readDefinition } from './machine-definition';
import { Unknown, type Fact } from '../../../facts/fact';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { fewPages } from '../pages';
import { queuesIn } from '../queues-of';
import { nameIn } from '../service-state';
import type { Cluster } from '../shapes';

/** Pages of 100 state machines that are read: each of them is a call. */
const MOST_PAGES = 2;

/** A state machine that runs tasks. */
export interface TaskMachine {
  readonly arn: string;
  readonly clusterArns: readonly string[];
  /** ARNs of the queues to which it sends what it could not start. */
  readonly deadLetterQueues: readonly string[];
}

/** State machines of the region that run tasks in one of the clusters, and the reasons for those that are not known. */
export interface ReadMachines {
  readonly ofTasks: readonly TaskMachine[];
  readonly unread: readonly Unknown[];
}

export async function readMachines(context: Context, clusters: readonly Cluster[]): Promise<ReadMachines> {
  const listed = await fact(() => listMachines(context));
  if (listed instanceof Unknown) return { ofTasks: [], unread: [listed] };
  const read = await Promise.all((listed as readonly string[]).map((arn) => fact(() => readMachine(context, arn, clusters))));
  const unread = read.filter((one) => one instanceof Unknown);
  return {
    ofTasks: read.filter((one): one is TaskMachine => one !== undefined && !(one instanceof Unknown)),
    // A denied call has one reason for all machines.
    unread: [...new Map(unread.map((one) => [one.reason, one])).values()],
  };
}

/** ARN of the state machine of a target; the newest definition stands for its versions and aliases. `undefined` for another target. */
export function machineIn(targetArn = ''): string | undefined {
  return /^arn:[^:]+:states:[^:]+:\d+:stateMachine:[^:]+/.exec(targetArn)?.[0];
}

async function listMachines({ aws }: Context): Promise<Fact<readonly string[]>> {
  const all = await fewPages(aws, CALLS.listStateMachines, {}, (page) => page.stateMachines, MOST_PAGES);
  return all?.map(({ stateMachineArn }) => stateMachineArn!)
    ?? new Unknown(`Step Functions has more than ${MOST_PAGES * CALLS.listStateMachines.paging!.size![1]} state machines`);
}

/** A machine that runs tasks in one of the clusters; `undefined` for another one, and for one that has just been deleted. */
async function readMachine({ aws }: Context, arn: string, clusters: readonly Cluster[]): Promise<TaskMachine | undefined> {
  const machine = await orMissing(() => aws.send(CALLS.describeStateMachine, { stateMachineArn: arn }));
  const definition = readDefinition(machine?.definition);
  const clusterArns = clusters.map(({ clusterArn }) => clusterArn!)
    .filter((own) => definition.clusters.includes(own) || definition.clusters.includes(nameIn(own)));
  return clusterArns.length === 0 ? undefined : { arn, clusterArns, deadLetterQueues: queuesIn(definition.deadLetterUrls, arn) };
}
