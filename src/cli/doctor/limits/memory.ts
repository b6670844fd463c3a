import { isKilled, isOnFargate, type NameLimit } from './limit';
import { FARGATE_SIZES, parseCpuUnits, parseMemoryMiB } from '../../../facts/fargate-sizes';
import type { Container, Task } from '../../collect/shapes';

/** A limit on the memory of a container, and how it is raised. */
export interface MemoryLimit {
  /** A sentence without its period. */
  readonly text: string;
  readonly fix: string;
}

const USE_LESS = 'or let the application take less: -XX:MaxRAMPercentage=75 for a Java virtual machine, --max-old-space-size for Node.js';
const OUT_OF_MEMORY = /OutOfMemory|OOM/;

/** Memory limits of the containers that were killed for their memory. */
export const memory: NameLimit = ({ meaning, tasks }) => {
  if (meaning.id !== 'dep-oom') return undefined;
  const limits = tasks.flatMap((task) => killedIn(task).flatMap((container) => memoryLimit(container, task) ?? []));
  // The newest tasks have the limits of now.
  const [limit] = limits;
  return limit && { means: `${meaning.means}: ${limit.text}`, fix: limit.fix };
};

function killedIn({ containers = [] }: Task): readonly Container[] {
  const named = containers.filter(({ reason = '' }) => OUT_OF_MEMORY.test(reason));
  return named.length > 0 ? named : containers.length === 1 ? containers : containers.filter(isKilled);
}

/** The limit that a container of a task can't go beyond; `undefined` if none of them is known. */
export function memoryLimit(container: Container, task: Task): MemoryLimit | undefined {
  const { name = '', memoryReservation } = container;
  const own = limitOf(container, task);
  const whole = mib(task.overrides?.memory ?? task.memory);
  if (own !== undefined && (whole === undefined || own < whole)) return ofContainer(name, own, couldBeWhole(task, whole) ? whole : undefined);
  if (whole !== undefined) return ofTask(task, whole, own === undefined ? undefined : name);
  if (memoryReservation === undefined || isOnFargate(task)) return undefined;
  return {
    text: `container ${name} has no limit (memoryReservation is ${memoryReservation} MiB, which is none), so its instance had no memory left`,
    fix: `raise memoryReservation of container ${name} to what it takes, so that ECS starts fewer tasks on an instance, set memory (memoryLimitMiB) for a limit of its own, ${USE_LESS}`,
  };
}

function ofContainer(name: string, own: number, whole: number | undefined): MemoryLimit {
  const beside = whole === undefined ? '' : `, and all containers together ${whole} MiB (memory of the task)`;
  return {
    text: `container ${name} may use ${own} MiB (memory of the container)${beside}`,
    fix: `raise memory of container ${name} above ${own} MiB (memoryLimitMiB in the CDK), ${USE_LESS}`,
  };
}

function ofTask(task: Task, whole: number, limited: string | undefined): MemoryLimit {
  const also = limited === undefined ? '' : ` and of container ${limited}`;
  return {
    text: `the containers together may use ${whole} MiB (memory of the task)`,
    fix: `raise memory of the task${also} above ${whole} MiB${isOnFargate(task) ? sizeAbove(task, whole) : ''}, ${USE_LESS}`,
  };
}

function sizeAbove({ cpu = '' }: Task, whole: number): string {
  const units = parseCpuUnits(cpu);
  const next = units === undefined ? undefined : FARGATE_SIZES.get(units)?.find((size) => size > whole);
  return ` (memoryLimitMiB of a FargateTaskDefinition${next === undefined ? ', or size of a Fargate service' : `, or size: FargateSize.of(${units}, ${next})`})`;
}

/** The limits of the containers leave more than the task has, so either limit may have been reached. */
function couldBeWhole(task: Task, whole: number | undefined): boolean {
  const limits = (task.containers ?? []).map((container) => limitOf(container, task));
  return whole !== undefined && (limits.includes(undefined) || limits.reduce<number>((sum, limit) => sum + limit!, 0) > whole);
}

function limitOf({ name, memory: limit }: Container, { overrides }: Task): number | undefined {
  return overrides?.containerOverrides?.find((one) => one.name === name)?.memory ?? mib(limit);
}

function mib(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseMemoryMiB(text);
}
