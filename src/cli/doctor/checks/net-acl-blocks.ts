import { blocks } from '../network-acl';
import { known } from '../../../facts/fact';
import type { LiveNetwork } from '../../collect/account';
import { routeTableOf } from '../../collect/route-table';
import { isSteady } from '../../collect/service-state';
import type { NetworkAcl, Subnet } from '../../collect/shapes';
import { onService } from '../live-check';

const HTTPS = [443];
/** Some ports that Linux picks for answers. */
const ANSWERS = [32768, 45000, 60999];

/** Network ACLs between tasks and the internet. */
export const netAclBlocks = onService({
  id: 'net-acl-blocks',
  check: ({ live: { network, service } }) => {
    const it = known(network);
    if (!it || it.subnets.length === 0) return [];
    const subnets = it.subnets.filter((subnet) => leadsOut(subnet, it)).map(({ SubnetId = '' }) => SubnetId);
    if (subnets.length === 0) return [];
    return known(it.acls).flatMap((acl) => {
      const own = subnets.filter((id) => acl.Associations?.some(({ SubnetId }) => SubnetId === id));
      const blocked = own.length === 0 ? undefined : blockedBy(acl);
      return blocked === undefined ? [] : [{
        property: 'networkAcl',
        severity: isSteady(service) ? 'warning' as const : 'error' as const,
        detail: `networkAcl (${acl.NetworkAclId ?? ''}) of ${own.join(', ')} ${blocked}, so no new task starts`,
      }];
    });
  },
});

function blockedBy({ Entries = [] }: NetworkAcl): string | undefined {
  if (blocks(Entries, 'out', HTTPS)) return 'does not allow TCP port 443 out';
  return blocks(Entries, 'in', ANSWERS) ? 'does not allow the answers in, TCP ports 32768 to 60999' : undefined;
}

/** The subnet has a route to the internet, and the VPC has no endpoint that ECS would use for images instead. */
function leadsOut(subnet: Subnet, { routeTables, endpoints }: LiveNetwork): boolean {
  if (endpoints.some(({ ServiceName = '' }) => ServiceName.endsWith('.ecr.dkr'))) return false;
  const table = routeTableOf(subnet, routeTables);
  return (table?.Routes ?? []).some(({ DestinationCidrBlock, State, NatGatewayId, GatewayId }) => (
    DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole' && (NatGatewayId !== undefined || GatewayId?.startsWith('igw-'))));
}
