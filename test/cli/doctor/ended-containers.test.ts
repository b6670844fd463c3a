import { endedContainers } from '../../../src/cli/doctor/ended-containers';
import type { Container, Task } from '../../../src/cli/collect/shapes';
import { stopped } from '../../../src/gotchas/fixtures/recorded/changed';

const EXITED = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' } as const;
const exited = (number: number, containers: readonly Container[], change: Partial<Task> = {}): readonly Task[] =>
  stopped(number, { ...EXITED, containers: [...containers], ...change });
const names = (tasks: readonly Task[]) => endedContainers(tasks).map(({ name }) => name);

describe('the container that ended first is read', () => {
  test.each<[string, readonly Container[], string]>([
    ['with an error, beside one that was stopped', [{ name: 'app', exitCode: 143 }, { name: 'router', exitCode: 1 }], 'router'],
    ['with an error, beside one that was killed', [{ name: 'app', exitCode: 137 }, { name: 'router', exitCode: 2 }], 'router'],
    ['with an error, beside one that was done', [{ name: 'migrate', exitCode: 0 }, { name: 'app', exitCode: 1 }], 'app'],
    ['for its memory', [{ name: 'router', exitCode: 1 }, { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }], 'app'],
    ['killed, beside one that was done', [{ name: 'migrate', exitCode: 0 }, { name: 'app', exitCode: 137 }], 'app'],
    ['by itself', [{ name: 'app', exitCode: 0 }, { name: 'router', exitCode: 143 }], 'app'],
    ['by SIGTERM alone', [{ name: 'app', exitCode: 143 }], 'app'],
  ])('%s', (_, containers, name) => expect(names(exited(1, containers))).toEqual([name]));

  test('being unhealthy', () => {
    const containers = [{ name: 'router', exitCode: 143 }, { name: 'app', exitCode: 143, healthStatus: 'UNHEALTHY' as const }];
    expect(names(exited(1, containers, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' }))).toEqual(['app']);
  });
});

test('one log is read for each cause, that of the newest task, and none for tasks that never ran or were meant to stop', () => {
  const tasks = [
    ...exited(450, [{ name: 'app', exitCode: 1 }]),
    ...stopped(5, { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: x: not found', containers: [{ name: 'app' }] }),
    ...stopped(5, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)', containers: [{ name: 'app', exitCode: 0 }] }),
  ];
  expect(endedContainers(tasks)).toEqual([{ task: tasks[0], name: 'app' }]);
});

test('a few causes of a service are read, and a few services', () => {
  const codes = [1, 2, 3, 4, 5, 6];
  expect(endedContainers(codes.flatMap((exitCode) => exited(1, [{ name: 'app', exitCode }])))).toHaveLength(3);
  const services = Array.from({ length: 40 }, (_, index) => `service:s${index}`);
  expect(endedContainers(services.flatMap((group) => exited(2, [{ name: 'app', exitCode: 1 }], { group })))).toHaveLength(15);
});
