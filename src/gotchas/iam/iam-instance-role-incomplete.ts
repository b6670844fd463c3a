import type { CapacityFacts, ProfileMistake } from '../../facts/capacity';
import { known, Unknown } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, type Finding } from '../definition';
import { allows } from '../permissions';

/** Actions that the agent calls to join a cluster, to get its tasks and to report on them. */
const AGENT_ACTIONS = [
  'ecs:DiscoverPollEndpoint', 'ecs:Poll', 'ecs:RegisterContainerInstance', 'ecs:StartTelemetrySession',
  'ecs:SubmitContainerStateChange', 'ecs:SubmitTaskStateChange',
];

/** Action that it calls to drain a Spot Instance before its interruption. */
const DRAINS = 'ecs:UpdateContainerInstancesState';

export const iamInstanceRoleIncomplete = defineGotcha({
  id: 'iam-instance-role-incomplete',
  title: 'The ECS agent can\'t act with the role of its instance',
  consequence: 'never-works',
  symptom: 'The instance runs and isn\'t in the cluster, or its tasks stay `PENDING`; or `Invalid IAM Instance Profile name` when it is launched.',
  why: 'The agent acts as the instance role, which EC2 assumes for the instance: without ecs:DiscoverPollEndpoint or ecs:RegisterContainerInstance the instance never joins, without ecs:Submit* tasks stay pending, without ecs:UpdateContainerInstancesState a Spot Instance ends undrained, with its tasks.',
  rule: 'Instances name an instance profile, by its name in `Name` or by its ARN in `Arn`, and the profile its role by the name. The instance role trusts `ec2.amazonaws.com`. It has the managed policy `AmazonEC2ContainerServiceforEC2Role`, or allows `ecs:DiscoverPollEndpoint`, `Poll`, `RegisterContainerInstance`, `StartTelemetrySession`, `SubmitContainerStateChange` and `SubmitTaskStateChange`; also `UpdateContainerInstancesState` where user data turns on `ECS_ENABLE_SPOT_INSTANCE_DRAINING`, which is a warning.',
  fix: 'attach the managed policy service-role/AmazonEC2ContainerServiceforEC2Role to the instance role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The instances of `Ec2Capacity` have the managed policy for the agent.',
  causalRank: 'start',
  isObserved: true,
  subject: 'capacity',
  needs: ['instanceRole'],
  reads: ['agentSettings', 'namesRoleByArn', 'profileMistake'],
  check: ({ instanceRole, agentSettings, namesRoleByArn, profileMistake }) => {
    if (!instanceRole) return [{ detail: 'instanceRole (none) leaves the ECS agent without credentials', property: 'instanceRole' }];
    return all(
      () => misnamed(known(profileMistake)),
      () => byArn(known(namesRoleByArn)),
      () => trust(instanceRole),
      () => permissions(instanceRole, agentSettings),
    );
  },
});

const MISTAKES: Readonly<Record<ProfileMistake, readonly [value: string, what: string, fix: string]>> = {
  'role': ['a role', 'is no instance profile, which instances take their role from', 'create an AWS::IAM::InstanceProfile with the role in Roles, and name the profile'],
  'name-as-arn': ['the name of a profile', 'is in Arn, where an ARN has to be', 'set Arn to the Arn attribute of the profile, or put the Ref in Name'],
  'arn-as-name': ['the ARN of a profile', 'is in Name, where a name has to be', 'set Name to the Ref of the profile, or put the ARN in Arn'],
  'both': ['Name and Arn', 'is named twice, and EC2 takes one of them', 'remove Name or Arn'],
};

function misnamed(mistake: ProfileMistake | undefined): readonly Finding[] {
  if (mistake === undefined) return [];
  const [value, what, fix] = MISTAKES[mistake];
  return [{ property: 'iamInstanceProfile', consequence: 'rejected', detail: `iamInstanceProfile (${value}) ${what}`, fix }];
}

function byArn(isNamed: boolean): readonly Finding[] {
  return isNamed ? [{
    property: 'instanceRole', consequence: 'rejected', detail: 'instanceRole (by its ARN) is named in the instance profile, which has names alone', fix: 'name the role in Roles, as Ref does',
  }] : [];
}

function permissions(role: RoleFacts, agentSettings: CapacityFacts['agentSettings']): readonly Finding[] {
  const ofAgent = AGENT_ACTIONS.filter((action) => !allows(role, action));
  const missing = [...ofAgent, ...!allows(role, DRAINS) && drains(agentSettings, ofAgent.length > 0) ? [DRAINS] : []];
  if (missing.length === 0) return [];
  return [{
    property: 'instanceRole',
    detail: `instanceRole (without ${missing.join(', ')}) is not enough for the ECS agent`,
    ...(missing.every((action) => action === DRAINS) ? { consequence: 'misbehaves' } : {}),
  }];
}

/** Returns true if instances drain by themselves. If that is all that could be missing, unknown settings end the check. */
function drains(agentSettings: CapacityFacts['agentSettings'], isIncomplete: boolean): boolean {
  if (isIncomplete && agentSettings instanceof Unknown) return false;
  return known(agentSettings).get('ECS_ENABLE_SPOT_INSTANCE_DRAINING') === 'true';
}

function trust(role: RoleFacts): readonly Finding[] {
  const services = known(role.trustedServices).map(known);
  if (services.some((service) => service === '*' || service.startsWith('ec2.'))) return [];
  return [{
    property: 'instanceRole',
    detail: `instanceRole (trusted by ${services.join(', ') || 'no service'}) can't be assumed by ec2.amazonaws.com`,
    fix: 'let ec2.amazonaws.com assume the instance role',
  }];
}
