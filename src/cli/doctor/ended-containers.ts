import { newestFirst } from './checks/stopped-tasks';
import { classifyStop } from './classifier/classify-stop';
import type { EndedContainer } from '../collect/request';
import type { Container, Task } from '../collect/shapes';
import { groupBy } from '../group-by';

/** Logs that are read: of a few causes of each service, and of a few services. */
const MOST_OF_SERVICE = 3;
const MOST = 15;

/** Answers to a stop, not reasons for one: SIGTERM, and SIGKILL where it had no effect. */
const ANSWERS: readonly (number | undefined)[] = [143, 137, 3221225786];

const NO_FAULT = '';

/** For each cause of stopped tasks, the container of the newest one whose log may show why it ended. */
export function endedContainers(stoppedTasks: readonly Task[]): readonly EndedContainer[] {
  return [...groupBy(stoppedTasks, ({ group = '' }) => group).values()].flatMap((tasks) => {
    const byCause = groupBy(newestFirst(tasks), (task) => {
      const reason = classifyStop(task);
      return reason ? `${reason.id} ${reason.means}` : NO_FAULT;
    });
    return [...byCause].flatMap(([cause, stops]) => (cause === NO_FAULT ? [] : firstWithLog(stops))).slice(0, MOST_OF_SERVICE);
  }).slice(0, MOST);
}

function firstWithLog(stops: readonly Task[]): readonly EndedContainer[] {
  for (const task of stops) {
    const name = endedFirst(task)?.name;
    if (name !== undefined) return [{ task, name }];
  }
  return [];
}

/** The container that ended by itself, else the one that was killed for its memory or its health, else one that ran; `undefined` if none ran. */
function endedFirst({ containers = [] }: Task): Container | undefined {
  const ran = containers.filter(({ exitCode }) => exitCode !== undefined);
  const byItself = ran.filter(({ exitCode }) => !ANSWERS.includes(exitCode));
  return ran.find(({ reason }) => /OutOfMemory/i.test(reason ?? ''))
    ?? byItself.find(({ exitCode }) => exitCode !== 0)
    ?? ran.find(({ healthStatus }) => healthStatus === 'UNHEALTHY')
    ?? byItself.find(() => !ran.some(({ exitCode }) => exitCode === 137))
    ?? ran.find(({ exitCode }) => exitCode === 137)
    ?? ran[0];
}
