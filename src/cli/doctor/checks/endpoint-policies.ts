import { refuses } from '../endpoint-policy';
import { known } from '../../../facts/fact';
import type { LiveNetwork } from '../../collect/account';
import { neededPermissions, type User } from '../../collect/needed-permissions';
import { routeTableOf } from '../../collect/route-table';
import { isSteady } from '../../collect/service-state';
import type { VpcEndpoint } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { onService } from '../live-check';

/** A call that goes through an endpoint. */
interface Call {
  /** Last part of the name of the endpoint service. */
  readonly endpoint: string;
  readonly role?: string;
  readonly action: string;
  readonly resource: string;
  /** Only ECS Exec makes the call: tasks start without it. */
  readonly isOfExec?: boolean;
}

/** Policies of endpoints that refuse what tasks need to start, or what ECS Exec needs. */
export const endpointPolicies = onService({
  id: 'net-endpoint-sg-or-partial',
  check: ({ live: { service, taskDefinition, secretKeys, network }, cluster: { cluster } }) => {
    const it = known(network);
    if (!it) return [];
    const calls = callsOf({ service, cluster, task: known(taskDefinition), keys: known(secretKeys) });
    const refused = calls.flatMap((call) => it.endpoints.filter((endpoint) => isUsed(endpoint, call, it))
      .filter(({ PolicyDocument = '' }) => refuses(PolicyDocument, call)).map((endpoint) => ({ call, id: endpoint.VpcEndpointId ?? '' })));
    return [...groupBy(refused, ({ id, call }) => `${id} ${call.isOfExec === true ? 'exec' : ''}`).values()].map((group) => {
      const [{ id, call: { endpoint, isOfExec = false } }] = group;
      const actions = [...new Set(group.map(({ call }) => call.action))].join(', ');
      const resources = [...new Set(group.map(({ call }) => call.resource))].filter((resource) => resource !== '*').join(', ');
      return {
        property: 'endpoint.policy',
        severity: isOfExec || isSteady(service) ? 'warning' as const : 'error' as const,
        detail: `endpoint.policy (${endpoint}, ${id}) does not allow ${actions}${resources === '' ? '' : ` on ${resources}`}, so ${isOfExec ? 'no session of ECS Exec opens' : 'no new task starts'}`,
        why: 'A call through a VPC endpoint has to be allowed by the policy of the endpoint too, whatever the role allows.',
        fix: `allow ${actions} in the policy of the endpoint`,
      };
    });
  },
});

function callsOf(user: User): readonly Call[] {
  const { service } = user;
  const needed = neededPermissions(user)
    .map(({ role, action, resource, purpose }): Call => ({ endpoint: endpointOf(action), role, action, resource, isOfExec: purpose === 'exec' || purpose === 'sessions' }));
  const [, partition = 'aws', , region = ''] = (service.serviceArn ?? '').split(':');
  const fromEcr = needed.some(({ endpoint }) => endpoint === 'ecr.dkr');
  // The layers of images are objects of a bucket of ECR, under addresses that are signed by ECR.
  const layer = `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/layer`;
  return fromEcr ? [...needed, { endpoint: 's3', action: 's3:GetObject', resource: layer }] : needed;
}

function endpointOf(action: string): string {
  if (action === 'ecr:GetAuthorizationToken') return 'ecr.api';
  const [service] = action.split(':');
  return service === 'ecr' ? 'ecr.dkr' : service;
}

/** Tasks reach an endpoint by its private DNS name, or by a route of one of their subnets. */
function isUsed(endpoint: VpcEndpoint, call: Call, { routeTables, subnets }: LiveNetwork): boolean {
  const { ServiceName = '', VpcEndpointType, PrivateDnsEnabled, RouteTableIds = [] } = endpoint;
  if (!ServiceName.endsWith(`.${call.endpoint}`)) return false;
  if (VpcEndpointType !== 'Gateway') return PrivateDnsEnabled === true;
  const tables = subnets.map((subnet) => routeTableOf(subnet, routeTables)?.RouteTableId);
  return tables.some((id) => id !== undefined && RouteTableIds.includes(id));
}
