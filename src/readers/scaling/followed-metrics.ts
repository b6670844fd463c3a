import { alarmOf } from './scaling-metrics';
import { ownPolicies } from './scaling-policies';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { FollowedFacts } from '../../facts/scaling';

const SERVICE = 'AWS::ECS::Service';
/** Other namespaces may have names of their own as this dimension. */
const NAMESPACES = ['AWS/ECS', 'ECS/ContainerInsights'];
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** Services and target groups that the single metrics of the policies of a scalable target are of. Expressions may be about any. */
export function readFollowed(target: Resource, service: Resource | undefined): Fact<readonly FollowedFacts[]> {
  const policies = ownPolicies(target);
  if (policies instanceof Unknown) return policies;
  return policies.flatMap((policy) => {
    const name = policy.properties.get('PolicyName').text();
    const tracking = policy.properties.get('TargetTrackingScalingPolicyConfiguration');
    const sources = [tracking.get('CustomizedMetricSpecification'), ...[alarmOf(policy)].flatMap((alarm) => alarm ? [alarm.properties] : [])];
    return [
      ...sources.flatMap((source) => ofDimensions(source, service)),
      ...ofGroups(tracking.at('PredefinedMetricSpecification', 'ResourceLabel'), service),
    ].map((followed) => ({ policy: name, ...followed }));
  });
}

type Followed = Omit<FollowedFacts, 'policy'>;

function ofDimensions(source: Value, service: Resource | undefined): readonly Followed[] {
  const dimensions = source.get('Dimensions').items();
  if (dimensions instanceof Unknown || source.get('MetricName').isSet() !== true) return [];
  return dimensions.flatMap((dimension) => {
    const name = dimension.get('Name').text();
    if (name === 'ServiceName' && NAMESPACES.includes(String(source.get('Namespace').text()))) return ofService(dimension.get('Value'), service);
    return name === 'TargetGroup' ? ofGroups(dimension.get('Value'), service) : [];
  });
}

function ofService(value: Value, service: Resource | undefined): readonly Followed[] {
  const named = resourceIn(value, SERVICE);
  const text = value.text();
  const name = named?.logicalId ?? text;
  return typeof name === 'string' ? [{ kind: 'service', name, isOwn: isService(named, text, service) }] : [];
}

function isService(named: Resource | undefined, text: Fact<string | undefined>, service: Resource | undefined): Fact<boolean> {
  if (!service) return new Unknown('the service is not in this app');
  if (named) return named === service;
  const own = service.properties.get('ServiceName').text();
  return own === undefined ? new Unknown('CloudFormation makes up the name of the service') : own instanceof Unknown ? own : own === text;
}

function ofGroups(value: Value, service: Resource | undefined): readonly Followed[] {
  const groups = value.pieces().flatMap((piece) => piece instanceof Reference && piece.resource.type === GROUP ? [piece.resource] : []);
  const own = groups.length === 0 ? [] : groupsOf(service);
  return groups.map((group) => ({ kind: 'target group', name: group.logicalId, isOwn: own instanceof Unknown ? own : own.includes(group) }));
}

/** Target groups of a service, with those that a deployment moves the requests to. */
function groupsOf(service: Resource | undefined): Fact<readonly Resource[]> {
  if (!service) return new Unknown('the service is not in this app');
  const controller = service.properties.at('DeploymentController', 'Type').text();
  if (controller !== undefined && controller !== 'ECS') return new Unknown('another controller decides the target groups of the service');
  const balancers = service.properties.get('LoadBalancers').items();
  if (balancers instanceof Unknown) return balancers;
  const values = balancers.flatMap((balancer) => [balancer.get('TargetGroupArn'), balancer.at('AdvancedConfiguration', 'AlternateTargetGroupArn')])
    .filter((value) => value.isSet() !== false);
  const found = values.map((value) => resourceIn(value, GROUP));
  return found.includes(undefined) ? new Unknown('a target group of the service is not in this app') : found.filter((group) => group !== undefined);
}
