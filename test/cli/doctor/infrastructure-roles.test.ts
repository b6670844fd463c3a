import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { withCluster } from '../../../src/gotchas/fixtures/recorded/changed';
import type { LiveRole } from '../../../src/cli/collect/account';
import { Unknown, type Fact } from '../../../src/facts/fact';

const ROLE = 'arn:aws:iam::111122223333:role/managed';
const trusting = (...Service: readonly string[]): LiveRole => ({ arn: ROLE, trustPolicy: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }] }), decisions: [] });

/** Findings and gaps about the infrastructure role of a provider of Managed Instances. */
function about(infrastructureRoles: Fact<ReadonlyMap<string, LiveRole | undefined>>) {
  const { findings, gaps } = diagnose(withCluster({ capacityProviders: [{ name: 'mi', status: 'ACTIVE', managedInstancesProvider: { infrastructureRoleArn: ROLE } }], infrastructureRoles }));
  const id = 'iam-infrastructure-role-missing';
  return { told: findings.filter((one) => one.id === id).map(({ severity, detail }) => `${severity} ${detail}`), gaps: gaps.filter((one) => one.id === id).map(({ reason }) => reason) };
}

test.each<[string, LiveRole | undefined, readonly string[]]>([
  ['is gone', undefined, [`error infrastructureRoleArn (${ROLE}) of capacity provider mi does not exist, so no instance is launched`]],
  ['trusts tasks alone', trusting('ecs-tasks.amazonaws.com'), [`error infrastructureRoleArn (${ROLE}) of capacity provider mi does not trust ecs.amazonaws.com, so no instance is launched`]],
  ['trusts ECS', trusting('ecs.amazonaws.com'), []],
  ['trusts ECS beside others', trusting('ec2.amazonaws.com', 'ecs.amazonaws.com.cn'), []],
  ['has a trust policy that is no JSON', { ...trusting(), trustPolicy: '{' }, []],
])('a role that %s', (_, role, told) => {
  expect(about(new Map([[ROLE, role]]))).toEqual({ told, gaps: [] });
});

test('a role that was not read is a gap', () => {
  expect(about(new Unknown('iam:GetRole is denied: allow it'))).toEqual({ told: [], gaps: ['iam:GetRole is denied: allow it'] });
});
