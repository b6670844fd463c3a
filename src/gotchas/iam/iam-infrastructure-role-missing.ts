import { known } from '../../facts/fact';
import type { InfrastructurePurpose } from '../../facts/service';
import { defineGotcha, each, type Finding } from '../definition';
import { allows } from '../permissions';

interface Need {
  readonly property: string;
  /** Actions that ECS calls with the role, at least one of them. */
  readonly actions: readonly string[];
  readonly policy: string;
}

const NEEDS: Readonly<Record<InfrastructurePurpose, Need>> = {
  'EBS volumes': {
    property: 'volumeConfigurations.managedEBSVolume.roleArn', actions: ['ec2:CreateVolume'], policy: 'AmazonECSInfrastructureRolePolicyForVolumes',
  },
  'load balancers': {
    property: 'loadBalancers.advancedConfiguration.roleArn',
    actions: ['elasticloadbalancing:ModifyRule', 'elasticloadbalancing:ModifyListener'],
    policy: 'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  },
  'Service Connect TLS': {
    property: 'serviceConnectConfiguration.services.tls.roleArn',
    actions: ['acm-pca:IssueCertificate'],
    policy: 'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
  },
  'VPC Lattice': { property: 'vpcLatticeConfigurations.roleArn', actions: ['vpc-lattice:RegisterTargets'], policy: 'AmazonECSInfrastructureRolePolicyForVpcLattice' },
};

export const iamInfrastructureRoleMissing = defineGotcha({
  id: 'iam-infrastructure-role-missing',
  title: 'The role with which ECS works for the service is missing, or made for something else',
  consequence: 'never-works',
  symptom: 'Tasks stay pending, or a deployment fails before traffic shifts.',
  why: 'ECS makes volumes and shifts traffic as an infrastructure role, which the service names. The roles of the task are for the containers and for starting them.',
  rule: 'The role for EBS volumes, load balancers, Service Connect TLS and VPC Lattice trusts `ecs.amazonaws.com`. For volumes it allows `ec2:CreateVolume`, for load balancers `elasticloadbalancing:ModifyRule` or `ModifyListener`, for TLS `acm-pca:IssueCertificate`, for VPC Lattice `vpc-lattice:RegisterTargets`, which can\'t go without a role.',
  fix: 'set a role that ecs.amazonaws.com may assume, with the managed policy for the purpose',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
  levels: ['synth', 'live'],
  avoidedBy: '`Deployment` and `ServiceConnectTls` create the role that they need unless one is set; a volume uses the role that you set.',
  subject: 'service',
  needs: ['infrastructureRoles'],
  check: ({ infrastructureRoles }) => each(infrastructureRoles, ({ purpose, role }) => {
    const { property, actions, policy } = NEEDS[purpose];
    const given = known(role);
    const found = (what: string, more: Partial<Finding> = {}) => [{ property, detail: `${property} (${what}) is not enough for ${purpose}`, ...more }];
    // A role that is left out is in sto-ebs-rules and dpl-bluegreen-wiring; TLS may go without.
    if (!given) return purpose === 'VPC Lattice' ? found('none') : [];
    const services = known(given.trustedServices).map(known);
    if (!services.some((service) => service === '*' || /^ecs\./.test(service))) return found(`trusted by ${services.join(', ') || 'no service'}`);
    if (actions.some((action) => allows(given, action))) return [];
    return found(`without ${actions.join(' and ')}`, { fix: `attach the managed policy ${policy} to the role`, consequence: 'risk' });
  }),
});
