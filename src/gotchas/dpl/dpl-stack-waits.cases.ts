import type { LiveCase } from '../fixtures/live-case';
import { ofDatabase, ofService, ofStack, withStack } from '../fixtures/recorded/stacks';

export const cases: readonly LiveCase[] = [
  {
    name: 'an update that waits for the service',
    caught: true,
    account: withStack('UPDATE_IN_PROGRESS', [ofService('UPDATE_IN_PROGRESS', 45), ofStack('UPDATE_IN_PROGRESS', 47)]),
  },
  {
    name: 'a rollback because of another resource',
    caught: true,
    account: withStack('UPDATE_ROLLBACK_IN_PROGRESS', [
      ofService('UPDATE_IN_PROGRESS', 4),
      ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 5),
      ofService('UPDATE_FAILED', 6, 'Resource update cancelled'),
      ofDatabase('UPDATE_FAILED', 6, 'Cannot upgrade mysql from 8.0.36 to 8.0.35'),
      ofService('UPDATE_IN_PROGRESS', 7),
      ofStack('UPDATE_IN_PROGRESS', 8),
    ]),
  },
  {
    name: 'an update that changes another resource',
    caught: false,
    account: withStack('UPDATE_IN_PROGRESS', [ofDatabase('UPDATE_IN_PROGRESS', 45), ofStack('UPDATE_IN_PROGRESS', 47)]),
  },
  {
    name: 'an update that has ended',
    caught: false,
    account: withStack('UPDATE_COMPLETE', []),
  },
];
