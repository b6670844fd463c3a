import { known } from '../../facts/fact';
import type { ManagedInstancesFacts } from '../../facts/managed-instances';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, type Finding } from '../definition';
import { holds } from '../held';
import { unfitFor } from '../infrastructure-role';

const POLICY = 'AmazonECSInfrastructureRolePolicyForManagedInstances';
/** The beginning of the names of the roles that the managed policy lets ECS pass to EC2. */
const PASSED = 'ecsInstanceRole';

export const ec2ManagedInstancesRole = defineGotcha({
  id: 'ec2-managed-instances-role',
  title: 'A role of Managed Instances is made for something else',
  consequence: 'never-works',
  symptom: 'Tasks stay in `PROVISIONING`, and no instance is launched: ECS can\'t assume the role, or is denied `ec2:CreateFleet` or `iam:PassRole`.',
  why: 'ECS launches and ends Managed Instances as the infrastructure role of the capacity provider, and passes the role of the instance profile to them. The managed policy lets it pass roles whose names begin with ecsInstanceRole, and a name that CloudFormation makes begins with that of the stack.',
  rule: 'The `infrastructureRoleArn` of a Managed Instances provider is a role that trusts `ecs.amazonaws.com` and has the managed policy for Managed Instances, or allows `ec2:CreateFleet` (a warning otherwise). '
    + 'With the managed policy, the name of the instance role begins with `ecsInstanceRole`, or another policy allows `iam:PassRole`. The instance role trusts `ec2.amazonaws.com`.',
  fix: `use a role that trusts ecs.amazonaws.com, with the managed policy ${POLICY}`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html',
  levels: ['synth'],
  subject: 'capacityProvider',
  needs: ['infrastructureRole'],
  reads: ['managedInstances'],
  check: ({ infrastructureRole, managedInstances }) => infrastructureRole === undefined ? [] : all(
    () => ofInfrastructure(infrastructureRole),
    () => passing(infrastructureRole, known(managedInstances)),
    () => ofInstance(known(managedInstances)),
  ),
});

function ofInfrastructure(role: RoleFacts): readonly Finding[] {
  const unfit = unfitFor(role, 'ec2:CreateFleet');
  return !unfit ? [] : [{
    property: 'managedInstancesProvider.infrastructureRoleArn',
    detail: `infrastructureRoleArn (${unfit.what}) is not enough for Managed Instances`,
    ...unfit.isRisk ? { consequence: 'risk' as const, fix: `attach the managed policy ${POLICY} to the role` } : {},
  }];
}

/** The managed policy passes roles by the beginning of their names; any other policy may pass them by their ARNs. */
function passing(role: RoleFacts, managed: ManagedInstancesFacts | undefined): readonly Finding[] {
  const policies = known(role.managedPolicies).map(known);
  if (managed === undefined || !policies.includes(POLICY)) return [];
  const name = known(managed.instanceRoleName);
  if (name.startsWith(PASSED) || holds({ ...role, managedPolicies: policies.filter((policy) => policy !== POLICY) }, 'iam:PassRole', () => true)) return [];
  return [{
    property: 'managedInstancesProvider.infrastructureRoleArn',
    detail: `infrastructureRoleArn (with ${POLICY}) can't pass the instance role ${name}: the policy is for names that begin with ${PASSED}`,
    fix: `set a roleName that begins with ${PASSED}, or allow iam:PassRole for the instance role`,
  }];
}

function ofInstance(managed: ManagedInstancesFacts | undefined): readonly Finding[] {
  const services = managed === undefined ? ['ec2.'] : known(known(managed.instanceRole).trustedServices).map(known);
  return services.some((service) => service === '*' || service.startsWith('ec2.')) ? [] : [{
    property: 'instanceLaunchTemplate.ec2InstanceProfileArn',
    detail: `ec2InstanceProfileArn (whose role is trusted by ${services.join(', ') || 'no service'}) leaves the instances without credentials`,
    fix: 'let ec2.amazonaws.com assume the instance role',
  }];
}
