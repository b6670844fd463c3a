import type { Account } from '../../cli/collect/account';
import type { Container } from '../../cli/collect/shapes';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

const withProxy = (state: Partial<Container>): Account => withLive({
  runningTasks: [1, 2].map(() => ({ ...runningTask, containers: [...runningTask.containers!, { name: 'ecs-service-connect-x7Yz', lastStatus: 'RUNNING', ...state }] })),
});

export const cases: readonly LiveCase[] = [
  {
    name: 'a proxy that is unhealthy',
    caught: true,
    account: withProxy({ healthStatus: 'UNHEALTHY' }),
  },
  {
    name: 'a proxy that is healthy',
    caught: false,
    account: withProxy({ healthStatus: 'HEALTHY' }),
  },
];
