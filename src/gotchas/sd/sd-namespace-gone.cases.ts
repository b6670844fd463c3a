import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { healthy } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'a namespace that was deleted',
    caught: true,
    account: withLive({ namespaces: new Map([['ns-1', undefined]]) }),
  },
  {
    name: 'no namespace',
    caught: false,
    account: healthy,
  },
];
