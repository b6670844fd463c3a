import { attachedPoliciesOf } from '../permissions/roles';
import { neededFor } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';
import { resourceIn } from '../../cloudformation/value-helpers';

/** Policies of the roles of a service's tasks that CloudFormation may create after the service. */
export function readUnawaitedPolicies(service: Resource): readonly string[] {
  const task = resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
  const roles = ['ExecutionRoleArn', 'TaskRoleArn'].map((property) => task && resourceIn(task.properties.get(property), 'AWS::IAM::Role'));
  const policies = roles.flatMap((role) => role ? attachedPoliciesOf(role) : []);
  const before = neededFor(service);
  return [...new Set(policies)]
    .filter((policy) => policy.template === service.template && !isInTime(policy, service, before))
    .map(({ logicalId }) => logicalId);
}

/** Resources that CloudFormation creates for minutes. */
const SLOW: ReadonlySet<string> = new Set([
  'AWS::EC2::NatGateway', 'AWS::EFS::MountTarget', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::RDS::DBCluster', 'AWS::RDS::DBInstance',
  'AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache', 'AWS::ServiceDiscovery::PrivateDnsNamespace',
]);

// A policy that waits for nothing more than a service with a load balancer is attached while that is created. One that names the service can't be created before it.
function isInTime(policy: Resource, service: Resource, before: ReadonlySet<Resource>): boolean {
  if (before.has(policy)) return true;
  const needed = neededFor(policy);
  return needed.has(service) || ([...needed].every((one) => before.has(one)) && [...before].some(({ type }) => SLOW.has(type)));
}
