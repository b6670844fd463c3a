import { definitionOf, isKilled, isOnFargate, type NameLimit, type Stops } from './limit';
import type { Container, Task } from '../../collect/shapes';

const DEFAULT_SECONDS = 30;
const MOST_ON_FARGATE = 120;

/** Times between SIGTERM and SIGKILL of containers that were killed because they did not end. */
export const stopTimeout: NameLimit = (stops) => {
  const { meaning, tasks } = stops;
  const isSpot = meaning.id === 'dep-stop-timeout-vs-spot';
  if (!isSpot && meaning.id !== 'dep-pid1-signals') return undefined;
  const task = tasks.find(({ containers = [] }) => containers.some(isKilled));
  const killed = task?.containers?.find(isKilled);
  if (!task || !killed) return undefined;
  const { text, fix } = timeoutOf(killed, task, stops);
  return isSpot
    ? { severity: 'warning', means: `were interrupted, as Spot tasks are, and container ${killed.name} was killed ${text}`, fix }
    : { means: `ran on after SIGTERM, until container ${killed.name} was killed ${text}`, fix };
};

function timeoutOf(killed: Container, task: Task, stops: Stops): { readonly text: string; readonly fix: string } {
  const definition = definitionOf(stops, killed.name);
  const seconds = definition && (definition.stopTimeout ?? DEFAULT_SECONDS);
  const { name = '' } = killed;
  const end = `let the program of container ${name} end on SIGTERM: with initProcessEnabled, exec or trap if a shell starts it`;
  if (seconds === undefined) {
    const measured = secondsToStop(task);
    const text = measured === undefined ? 'once its stopTimeout was over' : `${measured} s later, once its stopTimeout was over`;
    return { text, fix: `${end}; raise its stopTimeout if it needs longer` };
  }
  const option = definition?.stopTimeout === undefined ? 'the default of stopTimeout' : 'its stopTimeout';
  const isMost = isOnFargate(task) && seconds >= MOST_ON_FARGATE;
  const raise = isMost ? `Fargate allows no stopTimeout above ${MOST_ON_FARGATE} s` : `raise its stopTimeout above ${seconds} s${isOnFargate(task) ? `, ${MOST_ON_FARGATE} s at most,` : ''} if it needs longer`;
  return { text: `${seconds} s later (${option})`, fix: `${end}; ${raise}` };
}

/** Seconds from the stop of a task to the end of its last container. */
export function secondsToStop({ stoppingAt, executionStoppedAt }: Task): number | undefined {
  return stoppingAt && executionStoppedAt && Math.round((executionStoppedAt.getTime() - stoppingAt.getTime()) / 1000);
}

/** True if a container was killed because it did not end in time, and not by what ended the task. */
export function isKilledLate(container: Container, task: Task, stops: Pick<Stops, 'definition'>): boolean {
  const seconds = secondsToStop(task);
  // The clocks of both times are not the same to the second.
  return isKilled(container) && seconds !== undefined && seconds >= (definitionOf(stops, container.name)?.stopTimeout ?? DEFAULT_SECONDS) - 2;
}
