import type { LiveCase } from '../fixtures/live-case';
import { ofDatabase, ofService, ofStack, withStack } from '../fixtures/recorded/stacks';

export const cases: readonly LiveCase[] = [
  {
    name: 'a rollback that failed',
    caught: true,
    account: withStack('UPDATE_ROLLBACK_FAILED', [
      ofStack('UPDATE_ROLLBACK_FAILED', 5),
      ofService('UPDATE_FAILED', 6, 'Resource handler returned message: "Error occurred during operation \'ECS Deployment Circuit Breaker was triggered\'."'),
      ofService('UPDATE_IN_PROGRESS', 30),
      ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 31),
      ofDatabase('UPDATE_FAILED', 32, 'Cannot upgrade mysql from 8.0.36 to 8.0.35'),
      ofStack('UPDATE_IN_PROGRESS', 40),
    ]),
  },
  {
    name: 'a rollback that goes on',
    caught: false,
    account: withStack('UPDATE_ROLLBACK_IN_PROGRESS', [ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 5), ofStack('UPDATE_IN_PROGRESS', 40)]),
  },
];
