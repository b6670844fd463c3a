import { known } from '../../../facts/fact';
import { onService, type LiveFinding } from '../live-check';

/** Subnets and security groups that a service names, and EC2 does not have. */
export const netSubnetOrGroupGone = onService({
  id: 'net-subnet-or-group-gone',
  check: ({ live: { service, network } }) => {
    const it = known(network);
    const own = service.networkConfiguration?.awsvpcConfiguration;
    if (!it || !own) return [];
    const subnets = new Set(it.subnets.map(({ SubnetId }) => SubnetId));
    const groups = new Set(it.securityGroups.map(({ GroupId }) => GroupId));
    return [
      ...gone('subnets', (own.subnets ?? []).filter((id) => !subnets.has(id)), own.subnets?.length ?? 0),
      ...gone('securityGroups', (own.securityGroups ?? []).filter((id) => !groups.has(id)), 1),
    ];
  },
});

/** One security group that is gone makes EC2 refuse each network interface; of subnets, others may be left. */
function gone(property: string, ids: readonly string[], all: number): readonly LiveFinding[] {
  if (ids.length === 0) return [];
  return [{
    property,
    severity: ids.length >= all ? 'error' : 'warning',
    thing: ids[0],
    detail: `${property} (${ids.join(', ')}) ${ids.length === 1 ? 'does' : 'do'} not exist, so ${ids.length >= all ? 'no new task starts' : 'a new task that ECS places there does not start'}`,
  }];
}
