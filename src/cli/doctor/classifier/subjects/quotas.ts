import { faultOfAws } from '../common';
import type { Subject } from '../meaning';

/** Limits of an account, and capacity that AWS is out of. */
export const QUOTAS: readonly Subject[] = [
  { is: /reached the limit on the number|above your limit|limit on the number of v?cpus/i, causes: [], otherwise: { id: 'dpl-no-quota', means: 'are held back by a quota of the account' } },
  {
    is: /tasks? provisioning capacity limit/i,
    causes: [],
    otherwise: { id: 'dpl-no-quota', means: 'wait for others of the cluster that are being provisioned', why: 'At most 500 tasks of a cluster may be in PROVISIONING, mostly because they wait for instances.', fix: 'see why tasks stay in PROVISIONING: let the capacity providers start instances, and scale in smaller steps' },
  },
  {
    is: /capacity is unavailable/i,
    causes: [],
    otherwise: {
      id: 'cost-spot-without-base',
      means: 'find no capacity',
      why: 'AWS had no capacity of that kind in those zones at that time; Fargate Spot never falls back to on-demand.',
      fix: 'add subnets in other zones, and FARGATE beside FARGATE_SPOT',
    },
  },
  { is: /^internal error\b/i, causes: [], otherwise: faultOfAws('can\'t be started by AWS', 'deploy again; on Fargate, see that each subnet is in an Availability Zone that Fargate is in') },
  { is: /InternalError|task provisioning failed/i, causes: [], otherwise: faultOfAws('can\'t be started by AWS') },
];
