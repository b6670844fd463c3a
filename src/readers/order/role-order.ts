import { attachedPoliciesOf } from '../permissions/roles';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';
import { resourceIn } from '../../cloudformation/value-helpers';

/** Policies of the roles of a service's tasks that CloudFormation may create after the service. */
export function readUnawaitedPolicies(service: Resource): readonly string[] {
  const task = resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
  const roles = ['ExecutionRoleArn', 'TaskRoleArn'].map((property) => task && resourceIn(task.properties.get(property), 'AWS::IAM::Role'));
  const policies = roles.flatMap((role) => role ? attachedPoliciesOf(role) : []);
  return [...new Set(policies)]
    .filter((policy) => policy.template === service.template && !isAwaited(service, policy))
    .map(({ logicalId }) => logicalId);
}

// A policy that names the service can't be created before it.
function isAwaited(service: Resource, policy: Resource): boolean {
  return service.dependsOn.includes(policy.logicalId) || waitsForOneOf(service, new Set([policy])) || waitsForOneOf(policy, new Set([service]));
}
