import { known } from '../../facts/fact';
import type { InfrastructurePurpose } from '../../facts/infrastructure-role';
import { defineGotcha, each, type Finding } from '../definition';
import { allows } from '../permissions';

interface Need {
  readonly property: string;
  /** One of what ECS calls with the role; none where the calls aren't known here. */
  readonly action?: string;
  readonly policy: string;
}

const NEEDS: Readonly<Record<InfrastructurePurpose, Need>> = {
  'EBS volumes': {
    property: 'volumeConfigurations.managedEBSVolume.roleArn', action: 'ec2:CreateVolume', policy: 'AmazonECSInfrastructureRolePolicyForVolumes',
  },
  'load balancers': {
    property: 'loadBalancers.advancedConfiguration.roleArn', action: 'elasticloadbalancing:DescribeTargetGroups',
    policy: 'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  },
  'Service Connect TLS': {
    property: 'serviceConnectConfiguration.services.tls.roleArn', policy: 'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
  },
  'VPC Lattice': { property: 'vpcLatticeConfigurations.roleArn', policy: 'AmazonECSInfrastructureRolePolicyForVpcLattice' },
};

export const iamInfrastructureRoleMissing = defineGotcha({
  id: 'iam-infrastructure-role-missing',
  title: 'ECS has no role with which to make or change what belongs to the service',
  severity: 'error',
  why: 'ECS makes volumes and shifts traffic as an infrastructure role that trusts ecs.amazonaws.com: with a role of the task instead, tasks stay pending and deployments fail.',
  fix: 'give a role that ecs.amazonaws.com may assume, with the managed policy for the purpose',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
  levels: ['synth'],
  designedOut: 'Our deployments and volumes make the role they need.',
  subject: 'service',
  needs: ['infrastructureRoles'],
  check: ({ infrastructureRoles }) => each(infrastructureRoles, ({ purpose, role }) => {
    const { property, action, policy } = NEEDS[purpose];
    const given = known(role);
    const found = (what: string, more: Partial<Finding> = {}) => [{ property, detail: `${property} (${what}) is not enough for ${purpose}`, ...more }];
    // TLS can also do without a role where it uses one of the service; the others can't.
    if (!given) return purpose === 'Service Connect TLS' ? [] : found('none');
    const services = known(given.trustedServices).map(known);
    if (!services.some((service) => service === '*' || /^ecs\./.test(service))) return found(`trusted by ${services.join(', ') || 'no service'}`);
    if (action === undefined || allows(given, action)) return [];
    return found(`without ${action}`, { fix: `attach the managed policy ${policy} to the role`, severity: 'warning' });
  }),
});
