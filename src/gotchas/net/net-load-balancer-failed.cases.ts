import type { Account } from '../../cli/collect/account';
import type { ElbLoadBalancer } from '../../cli/collect/shapes';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { targetGroup } from '../fixtures/recorded/healthy';

const balancers = targetGroup.loadBalancers as readonly ElbLoadBalancer[];
const inState = (State: ElbLoadBalancer['State']): Account => withLive({ targetGroups: [{ ...targetGroup, loadBalancers: balancers.map((one) => ({ ...one, State })) }] });

export const cases: readonly LiveCase[] = [
  {
    name: 'a load balancer that failed',
    caught: true,
    account: inState({ Code: 'failed', Reason: 'There are not enough IP addresses in the subnets' }),
  },
  {
    name: 'a load balancer that is active',
    caught: false,
    account: inState({ Code: 'active' }),
  },
];
