import { attachedPoliciesOf } from '../permissions/roles';
import { neededFor } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';
import { resourceIn } from '../../cloudformation/value-helpers';

/** Policies of the roles of a service's tasks that CloudFormation may create long after the service. */
export function readUnawaitedPolicies(service: Resource): readonly string[] {
  const task = resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
  const roles = ['ExecutionRoleArn', 'TaskRoleArn'].map((property) => task && resourceIn(task.properties.get(property), 'AWS::IAM::Role'));
  const policies = roles.flatMap((role) => role ? attachedPoliciesOf(role) : []);
  const before = neededFor(service);
  return [...new Set(policies)]
    .filter((policy) => policy.template === service.template && !isInTime(policy, service, before))
    .map(({ logicalId }) => logicalId);
}

// One that waits for nothing more than the service is attached while the task definition is made, before a task starts. One that names the service can't be created before it.
function isInTime(policy: Resource, service: Resource, before: ReadonlySet<Resource>): boolean {
  if (before.has(policy)) return true;
  const needed = neededFor(policy);
  return needed.has(service) || [...needed].every((one) => before.has(one));
}
