import { known } from '../../../facts/fact';
import { nameIn } from '../../collect/service-state';
import { eachLive, onService, type LiveResult } from '../live-check';

/** Load balancers that are gone, or in a state in which they serve badly or not at all. */
export const netLoadBalancerFailed = onService({
  id: 'net-load-balancer-failed',
  check: ({ live: { targetGroups } }) => eachLive(known(targetGroups), ({ targetGroup: { LoadBalancerArns = [] }, loadBalancers }) => {
    const there = known(loadBalancers);
    const gone = LoadBalancerArns.filter((arn) => !there.some(({ LoadBalancerArn }) => LoadBalancerArn === arn));
    return [
      ...gone.map((arn): LiveResult => ({
        property: 'loadBalancers', thing: arn, severity: 'error', detail: `load balancer (${nameIn(arn.replace(/\/[^/]*$/, ''))}) does not exist`, fix: 'create the load balancer again, and forward to the target group',
      })),
      ...there.flatMap(({ LoadBalancerName, LoadBalancerArn, State }): LiveResult[] => {
        if (State?.Code !== 'failed' && State?.Code !== 'active_impaired') return [];
        return [{
          property: 'loadBalancers',
          thing: LoadBalancerArn,
          severity: State.Code === 'failed' ? 'error' : 'warning',
          detail: `load balancer (${LoadBalancerName}) is in state ${State.Code}${State.Code === 'failed' ? ', so no request reaches the tasks' : ': it lacks what it needs to scale'}`,
          evidence: State.Reason ? [State.Reason] : [],
        }];
      }),
    ];
  }),
});
