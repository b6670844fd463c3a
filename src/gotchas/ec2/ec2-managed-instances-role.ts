import { defineGotcha } from '../definition';
import { unfitFor } from '../infrastructure-role';

const POLICY = 'AmazonECSInfrastructureRolePolicyForManagedInstances';

export const ec2ManagedInstancesRole = defineGotcha({
  id: 'ec2-managed-instances-role',
  title: 'The infrastructure role of Managed Instances is made for something else',
  consequence: 'never-works',
  symptom: 'Tasks stay in `PROVISIONING`, and no instance is launched: ECS can\'t assume the role, or is denied `ec2:CreateFleet`.',
  why: 'ECS launches and ends Managed Instances as the infrastructure role of the capacity provider. The instance profile is for the instances.',
  rule: 'The `infrastructureRoleArn` of a Managed Instances provider is a role that trusts `ecs.amazonaws.com` and has the managed policy for Managed Instances, or allows `ec2:CreateFleet` (a warning otherwise).',
  fix: `use a role that trusts ecs.amazonaws.com, with the managed policy ${POLICY}`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
  levels: ['synth'],
  subject: 'capacityProvider',
  needs: ['infrastructureRole'],
  check: ({ infrastructureRole }) => {
    const unfit = infrastructureRole && unfitFor(infrastructureRole, 'ec2:CreateFleet');
    return !unfit ? [] : [{
      property: 'managedInstancesProvider.infrastructureRoleArn',
      detail: `infrastructureRoleArn (${unfit.what}) is not enough for Managed Instances`,
      ...unfit.isRisk ? { consequence: 'risk' as const, fix: `attach the managed policy ${POLICY} to the role` } : {},
    }];
  },
});
