import { Unknown, type Fact } from '../../../facts/fact';
import type { LogTail } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { tailOf } from '../log-lines';
import type { EndedContainer } from '../request';
import type { Task, TaskDefinition } from '../shapes';
import { readTaskDefinition } from './task-definitions';

/** Events that are read: more than lines are shown, since a credential may span several. */
const EVENTS = 100;
const MOST_PAGES = 3;

type LogContext = Pick<Context, 'aws' | 'region' | 'cache'>;

/** The last log lines of containers of stopped tasks, by the ARN of the task. */
export async function readLogTails(context: LogContext, containers: readonly EndedContainer[]): Promise<ReadonlyMap<string, LogTail>> {
  const read = await Promise.all(containers.map(async (container) => [container.task.taskArn ?? '', await readTail(context, container)] as const));
  return new Map(read);
}

async function readTail(context: LogContext, { task, name }: EndedContainer): Promise<LogTail> {
  const id = task.taskArn?.split('/').at(-1) ?? '';
  const place = placeOf(await readTaskDefinition(context, task.taskDefinitionArn ?? ''), { task, name, id }, context.region);
  if (place instanceof Unknown) return { container: name, task: id, lines: place };
  return { container: name, task: id, ...place, lines: await fact(() => readLines(context, place)) };
}

/** A log stream. */
interface Place {
  readonly group: string;
  readonly stream: string;
}

async function readLines({ aws }: LogContext, { group, stream }: Place): Promise<Fact<readonly string[]>> {
  const input = { logGroupName: group, logStreamName: stream, limit: EVENTS, startFromHead: false };
  let nextToken: string | undefined;
  // A page may be empty although there are events before it.
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await orMissing(() => aws.send(CALLS.getLogEvents, { ...input, ...nextToken !== undefined && { nextToken } }));
    if (!answer) return new Unknown('there is no such log stream: the container wrote nothing, or the log is deleted');
    const lines = tailOf((answer.events ?? []).map(({ message }) => message ?? ''));
    if (lines.length > 0) return lines;
    if (answer.nextBackwardToken === undefined || answer.nextBackwardToken === nextToken) break;
    nextToken = answer.nextBackwardToken;
  }
  return new Unknown('the log stream is empty');
}

/** The log stream of a container by the options of its `awslogs` driver, or the reason why there is none to read. */
function placeOf(definition: Fact<TaskDefinition>, { task, name, id }: EndedContainer & { readonly id: string }, region: string): Fact<Place> {
  if (definition instanceof Unknown) return definition;
  const { containerDefinitions = [] } = definition as TaskDefinition;
  const { logDriver, options = {} } = containerDefinitions.find((container) => container.name === name)?.logConfiguration ?? {};
  if (logDriver !== 'awslogs') return new Unknown(elsewhere(logDriver, options));
  const { 'awslogs-group': group, 'awslogs-region': where = region, 'awslogs-stream-prefix': prefix } = options;
  if (where !== region) return new Unknown(`the log is in ${where}: log group ${group}`);
  const stream = prefix ? `${prefix}/${name}/${id}` : runtimeIdOf(task, name);
  return group && stream ? { group, stream } : new Unknown(`the log stream in ${group ?? 'its log group'} is not known`);
}

// Without a prefix, a stream is named by the container's id in Docker.
function runtimeIdOf({ containers = [] }: Task, name: string): string | undefined {
  return containers.find((container) => container.name === name)?.runtimeId;
}

function elsewhere(driver: string | undefined, { Name: output = '' }: Readonly<Record<string, string>>): string {
  if (driver === undefined) return 'the container has no logConfiguration: its log is kept nowhere';
  if (driver !== 'awsfirelens') return `the log goes to the log driver ${driver}`;
  // The name of a plugin; all other options may be secret.
  return `the log goes through FireLens${/^[\w.-]{1,40}$/.test(output) ? ` to its output ${output}` : ''}`;
}
