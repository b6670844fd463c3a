import { type ContainerDefinition, isOnFargate } from './limit';
import type { Meaning } from '../classifier/meaning';
import type { Container, Task, TaskDefinition } from '../../collect/shapes';

const ID = 'dep-healthy-without-healthcheck';
const TIMED_OUT = /container ordering dependency \[([^\s(\]]+).*has timed out/i;
const MOST_ON_FARGATE = 120;

/**
 * A container that others waited for longer than its `startTimeout`. The agent of an instance writes so; Fargate only reports that the task
 * failed to start, while a container of it ran and another waited for it.
 */
export function startTimeout(task: Task, definition: TaskDefinition | undefined): Meaning | undefined {
  if (task.stopCode !== 'TaskFailedToStart') return undefined;
  const { containers = [] } = task;
  const named = containers.map(({ reason = '' }) => TIMED_OUT.exec(reason)?.[1]).find((name) => name !== undefined);
  const definitions = definition?.containerDefinitions ?? [];
  const waitedFor = definitions.find(({ name, startTimeout: limit }) => (
    named === undefined ? limit !== undefined && isWaitedFor(name, containers, definitions) : name === named));
  const name = named ?? waitedFor?.name;
  return name === undefined ? undefined : meaningOf(name, waitedFor, task);
}

function meaningOf(name: string, { startTimeout: seconds, healthCheck }: Partial<ContainerDefinition> = {}, task: Task): Meaning {
  const limit = seconds === undefined ? '' : `, which is ${seconds} s`;
  const most = isOnFargate(task) ? `, ${MOST_ON_FARGATE} s at most on Fargate` : '';
  const sooner = healthCheck === undefined ? 'let it be done sooner' : 'let its health check succeed sooner';
  return {
    id: ID,
    means: `gave up waiting for container ${name} after its startTimeout${limit}`,
    why: 'A container that others wait for has startTimeout to end or get healthy; then the task is stopped.',
    fix: `read the log of container ${name}; raise its startTimeout${seconds === undefined ? '' : ` above ${seconds} s`}${most}, or ${sooner}`,
  };
}

/** True for a container that ran while one that depends on it never did, for no other reason. */
function isWaitedFor(name: string | undefined, containers: readonly Container[], definitions: readonly ContainerDefinition[]): boolean {
  if (containers.some(({ reason }) => reason !== undefined && reason !== '')) return false;
  const ran = (wanted: string | undefined): boolean => containers.some((one) => one.name === wanted && one.exitCode !== undefined);
  const waiting = definitions.filter(({ dependsOn = [] }) => dependsOn.some((one) => one.containerName === name && one.condition !== 'START'));
  const endedByItself = containers.some((one) => one.name === name && one.exitCode !== 137 && one.exitCode !== 143);
  return ran(name) && !endedByItself && waiting.some((one) => !ran(one.name));
}
