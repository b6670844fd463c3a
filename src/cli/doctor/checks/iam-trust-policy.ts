import { excludedBy } from '../trust-conditions';
import { known } from '../../../facts/fact';
import { rolesOf } from '../../collect/needed-permissions';
import { eachLive, onService, type LiveFinding } from '../live-check';

/** Roles that are gone, and conditions of trust policies that tasks of the cluster do not meet. */
export const iamTrustPolicy = onService({
  id: 'iam-trust-policy',
  check: ({ live: { service, taskDefinition, roles, express } }) => {
    const byArn = known(roles);
    const task = known(taskDefinition);
    return eachLive(rolesOf(service, task, known(express)), (arn) => {
      const property = arn === task.taskRoleArn ? 'taskRole' : arn === task.executionRoleArn ? 'executionRole' : 'role';
      const role = byArn.get(arn);
      if (!role) return byArn.has(arn) ? [gone(property, arn)] : [];
      if (property === 'role') return [];
      const reason = excludedBy(role.trustPolicy, service.clusterArn ?? '');
      return reason === undefined ? [] : [{
        property,
        severity: 'error' as const,
        detail: `${property} (${arn}) ${reason.is}`,
        why: 'A trust policy can limit a service to what it does for one account and one region. ECS does not support a condition on a single cluster.',
        fix: reason.fix,
      }];
    });
  },
});

function gone(property: string, arn: string): LiveFinding {
  const isOfEcs = arn.includes('/aws-service-role/');
  return {
    id: isOfEcs ? 'iam-service-linked-role' : undefined,
    property,
    severity: 'error',
    detail: `${property} (${arn}) does not exist, so ECS can't assume it`,
    why: isOfEcs ? 'ECS registers targets and creates network interfaces as its service-linked role.' : undefined,
    fix: isOfEcs
      ? 'create the role with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com'
      : 'create the role again, or name one that exists; then deploy',
  };
}
