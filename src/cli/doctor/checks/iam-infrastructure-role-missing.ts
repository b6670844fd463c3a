import { known } from '../../../facts/fact';
import type { CapacityProvider } from '../../collect/shapes';
import { eachLive, onCluster, orNone, type LiveFinding } from '../live-check';
import { trusts } from '../trust-conditions';

const FIX = 'let ecs.amazonaws.com assume the role in its trust policy, and attach AmazonECSInfrastructureRolePolicyForManagedInstances to it';

/** Roles of Managed Instances that are gone, or that ECS may not assume. */
export const iamInfrastructureRole = onCluster({
  id: 'iam-infrastructure-role-missing',
  check: ({ cluster: { capacityProviders, infrastructureRoles } }) => eachLive(orNone(capacityProviders), (provider) => {
    const arn = provider.managedInstancesProvider?.infrastructureRoleArn;
    if (arn === undefined) return [];
    const roles = known(infrastructureRoles);
    if (!roles.has(arn)) return [];
    const role = roles.get(arn);
    if (!role) return [finding(provider, arn, 'does not exist')];
    return trusts(role.trustPolicy, 'ecs') === false ? [finding(provider, arn, 'does not trust ecs.amazonaws.com')] : [];
  }),
});

function finding({ name = '' }: CapacityProvider, arn: string, what: string): LiveFinding {
  return {
    property: 'infrastructureRoleArn',
    severity: 'error',
    thing: arn,
    detail: `infrastructureRoleArn (${arn}) of capacity provider ${name} ${what}, so no instance is launched`,
    why: 'ECS launches and ends Managed Instances as the infrastructure role of the capacity provider.',
    fix: what === 'does not exist' ? 'create the role again, with a trust in ecs.amazonaws.com and AmazonECSInfrastructureRolePolicyForManagedInstances' : FIX,
  };
}
