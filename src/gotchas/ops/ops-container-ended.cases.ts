import type { Account } from '../../cli/collect/account';
import type { Container } from '../../cli/collect/shapes';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

const beside = (container: Container): Account => withLive({
  runningTasks: [1, 2].map(() => ({ ...runningTask, containers: [...runningTask.containers!, container] })),
});

export const cases: readonly LiveCase[] = [
  {
    name: 'a sidecar that ended with an error',
    caught: true,
    account: beside({ name: 'xray-daemon', lastStatus: 'STOPPED', exitCode: 1 }),
  },
  {
    name: 'an agent that fails its health check',
    caught: true,
    account: beside({ name: 'datadog-agent', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }),
  },
  {
    name: 'an agent whose health check passes',
    caught: false,
    account: beside({ name: 'datadog-agent', lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }),
  },
  {
    name: 'a container that prepared the task',
    caught: false,
    account: beside({ name: 'migrate', lastStatus: 'STOPPED', exitCode: 0 }),
  },
];
