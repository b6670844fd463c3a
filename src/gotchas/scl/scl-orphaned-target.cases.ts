import type { LiveCase } from '../fixtures/live-case';
import { withCluster } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'a scalable target of a service that was deleted',
    caught: true,
    account: withCluster({ orphanedTargets: [{ ...scaling.target, ResourceId: 'service/shop/old' }] }),
  },
  {
    name: 'no such target',
    caught: false,
    account: withCluster({ orphanedTargets: [] }),
  },
];
