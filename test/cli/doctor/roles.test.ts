import type { Decision, LiveRole } from '../../../src/cli/collect/account';
import type { Service, TaskDefinition } from '../../../src/cli/collect/shapes';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';
import { withContainer, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { executionRole, serviceLinkedRole, taskRole, web } from '../../../src/gotchas/fixtures/recorded/healthy';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf';
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/url';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';
const TASKS = 'ecs-tasks.amazonaws.com';

const trust = (Condition?: object, Service: string | readonly string[] = TASKS) => JSON.stringify({
  Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service }, Condition },
});
const decided = (action: string, resource: string, change: Partial<Decision> = {}): Decision => ({
  action, resource, decision: 'implicitDeny', missing: [], byOrganization: false, byBoundary: false, ...change,
});

const trustAndDeny = JSON.stringify({ Statement: ['Allow', 'Deny'].map((Effect) => ({ Effect, Action: 'sts:AssumeRole', Principal: { Service: TASKS } })) });

interface Change {
  readonly task?: Partial<LiveRole>;
  readonly execution?: Partial<LiveRole>;
  readonly gone?: string;
  readonly definition?: TaskDefinition;
  readonly service?: Partial<Service>;
}

function report({ task, execution, gone, definition, service }: Change) {
  const roles = [{ ...taskRole, ...task }, { ...executionRole, ...execution }, serviceLinkedRole];
  const account = withLive({
    roles: new Map(roles.map((role) => [role.arn, role.arn === gone ? undefined : role])),
    secretKeys: new Map([[SECRET, KEY]]),
    ...definition && { taskDefinition: definition, secrets: new Map([[SECRET, 'there'], [PARAMETER, 'there']]) },
  }, service);
  const { findings, gaps } = diagnose(account);
  return { findings: findings.filter(({ severity }) => severity !== 'info'), gaps: gaps.filter(({ id }) => id.startsWith('iam-')).map(({ id, reason }) => `${id}: ${reason}`) };
}

/** The decisions of the healthy execution role, with others in the place of some. */
function instead(...others: readonly Decision[]): readonly Decision[] {
  const all = executionRole.decisions as readonly Decision[];
  return [...all.filter(({ action }) => !others.some((other) => other.action === action)), ...others];
}

describe('the trust policy of a role', () => {
  test.each<[string, Change, string, RegExp]>([
    ['for another service', { task: { trustPolicy: trust(undefined, 'lambda.amazonaws.com') } }, 'iam-trust-policy', /^taskRole \(trusted by lambda\.amazonaws\.com\)/],
    ['of another account', { execution: { trustPolicy: trust({ StringEquals: { 'aws:SourceAccount': '999999999999' } }) } }, 'iam-trust-policy', /^executionRole .* only with aws:SourceAccount \(999999999999\), which is not account 111122223333/],
    ['of another region', { task: { trustPolicy: trust({ ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:111122223333:*' } }) } }, 'iam-trust-policy', /which is not ECS in eu-west-1 of account 111122223333/],
    ['of one cluster', { task: { trustPolicy: trust({ ArnEquals: { 'AWS:SourceArn': ['arn:aws:ecs:eu-west-1:111122223333:cluster/shop'] } }) } }, 'iam-trust-policy', /^taskRole \(trusted if aws:sourcearn is arn:aws:ecs:eu-west-1:111122223333:cluster\/shop\)/],
    ['with a wildcard that is compared literally', { task: { trustPolicy: trust({ StringEquals: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' } }) } }, 'iam-trust-policy', /^taskRole \(trusted if aws:sourcearn is literally arn:aws:ecs:eu-west-1:111122223333:\*\)/],
    ['that denies what it allows', { task: { trustPolicy: trustAndDeny } }, 'iam-trust-policy', /denies itself to ecs-tasks\.amazonaws\.com\) can't be assumed/],
    ['of a role that is gone', { gone: executionRole.arn }, 'iam-trust-policy', /^executionRole \(arn:aws:iam::111122223333:role\/web-execution\) does not exist/],
    ['of a service-linked role that is gone', { gone: serviceLinkedRole.arn }, 'iam-service-linked-role', /^role .*AWSServiceRoleForECS\) does not exist/],
  ])('%s', (_, change, id, detail) => {
    expect(report(change).findings).toMatchObject([{ id, severity: 'error', detail: expect.stringMatching(detail) }]);
  });

  test.each<[string, object]>([
    ['of this account and region', { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' } }],
    ['of any region', { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:111122223333:*' } }],
    ['of this account among others', { StringEqualsIfExists: { 'aws:SourceAccount': ['999999999999', '111122223333'] } }],
    ['that excludes another account', { StringNotEquals: { 'aws:SourceAccount': '999999999999' } }],
  ])('%s is right', (_, condition) => {
    expect(report({ task: { trustPolicy: trust(condition) } })).toEqual({ findings: [], gaps: [] });
  });

  test('with one statement that admits tasks is right', () => {
    const [closed, open] = [trust({ StringEquals: { 'aws:SourceAccount': '9' } }), trust()].map((text) => (JSON.parse(text) as { Statement: object }).Statement);
    expect(report({ task: { trustPolicy: JSON.stringify({ Statement: [closed, open] }) } })).toEqual({ findings: [], gaps: [] });
  });
});

const deploying: Partial<Service> = { runningCount: 0, deployments: [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS', desiredCount: 2, runningCount: 0 }] };
const REPOSITORY = 'arn:aws:ecr:eu-west-1:111122223333:repository/web';
const withSecrets = withContainer({ secrets: [{ name: 'DB', valueFrom: `${SECRET}:password::` }, { name: 'URL', valueFrom: PARAMETER }] });
const readable = ([['secretsmanager:GetSecretValue', SECRET], ['kms:Decrypt', KEY], ['ssm:GetParameters', PARAMETER]] as const)
  .map(([action, resource]) => decided(action, resource, { decision: 'allowed' }));
const but = (other: Decision) => [...instead(), ...readable.filter(({ action }) => action !== other.action), other];

test('the role that shifts traffic must trust ECS', () => {
  const arn = 'arn:aws:iam::111122223333:role/shift';
  const rolesWith = (service: string) => [taskRole, executionRole, serviceLinkedRole, { arn, trustPolicy: trust(undefined, service), decisions: [] }];
  const shift = (service: string) => diagnose(withLive(
    { roles: new Map(rolesWith(service).map((role) => [role.arn, role])) },
    { loadBalancers: [{ ...web.service.loadBalancers![0], advancedConfiguration: { roleArn: arn } }] },
  )).findings.filter(({ id }) => id === 'iam-infrastructure-role-missing');
  expect(shift('lambda.amazonaws.com')).toMatchObject([{ severity: 'error', detail: expect.stringMatching(/trusted by lambda/) }]);
  expect(shift('ecs.amazonaws.com')).toEqual([]);
});

describe('simulated permissions', () => {
  test.each<[string, Change, string, string, string]>([
    ['no sign-in to ECR', { execution: { decisions: instead(decided('ecr:GetAuthorizationToken', '*')) }, service: deploying }, 'iam-exec-role-cannot-start', 'error',
      'executionRole (arn:aws:iam::111122223333:role/web-execution) may not call ecr:GetAuthorizationToken, which the image of container app needs'],
    ['no sign-in while all tasks run', { execution: { decisions: instead(decided('ecr:GetAuthorizationToken', '*')) } }, 'iam-exec-role-cannot-start', 'warning',
      'executionRole (arn:aws:iam::111122223333:role/web-execution) may not call ecr:GetAuthorizationToken, which the image of container app needs'],
    ['a repository, whose policy may allow it', { execution: { decisions: instead(decided('ecr:BatchGetImage', REPOSITORY)) }, service: deploying }, 'iam-exec-role-cannot-start', 'warning',
      `executionRole (arn:aws:iam::111122223333:role/web-execution) may not call ecr:BatchGetImage on ${REPOSITORY}, which the image of container app needs`],
    ['a secret', { definition: withSecrets, execution: { decisions: but(decided('secretsmanager:GetSecretValue', SECRET, { decision: 'explicitDeny' })) }, service: deploying }, 'iam-exec-role-secrets-kms', 'error',
      `executionRole (arn:aws:iam::111122223333:role/web-execution) may not call secretsmanager:GetSecretValue on ${SECRET}, which secret DB needs`],
    ['a parameter', { definition: withSecrets, execution: { decisions: but(decided('ssm:GetParameters', PARAMETER)) }, service: deploying }, 'iam-exec-role-secrets-kms', 'error',
      `executionRole (arn:aws:iam::111122223333:role/web-execution) may not call ssm:GetParameters on ${PARAMETER}, which secret URL needs`],
    ['the key of a secret', { definition: withSecrets, execution: { decisions: but(decided('kms:Decrypt', KEY)) } }, 'iam-exec-role-secrets-kms', 'warning',
      `executionRole (arn:aws:iam::111122223333:role/web-execution) may not call kms:Decrypt on ${KEY}, which secret DB needs`],
  ])('%s', (_, change, id, severity, detail) => {
    const { findings } = report(change);
    expect(findings.find((one) => one.id === id)).toMatchObject({ severity, detail });
    expect(findings.filter((one) => one.id === id)).toHaveLength(1);
  });

  test('of ECS Exec are one finding', () => {
    const channels = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map((action) => decided(`ssmmessages:${action}`, '*'));
    expect(report({ task: { decisions: channels }, service: { enableExecuteCommand: true } }).findings.filter(({ id }) => id === 'iam-exec-messages')).toMatchObject([{
      severity: 'warning',
      detail: expect.stringMatching(/may not call ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, .*, which ECS Exec needs$/),
    }]);
  });

  test.each<[string, Partial<Decision>, RegExp]>([
    ['a Deny', { decision: 'explicitDeny' }, /^remove .* from the statement with Deny/],
    ['the organization', { byOrganization: true }, /^allow .* in the service control policies/],
    ['the boundary', { byBoundary: true }, /^allow .* in the permissions boundary/],
  ])('name what to change for %s', (_, change, fix) => {
    expect(report({ execution: { decisions: instead(decided('ecr:GetAuthorizationToken', '*', change)) } }).findings).toMatchObject([{ fix: expect.stringMatching(fix) }]);
  });

  test.each<[string, Change, string]>([
    ['a condition decides', { execution: { decisions: instead(decided('ecr:GetAuthorizationToken', '*', { missing: ['aws:SourceVpce'] })) } },
      'iam-exec-role-cannot-start: aws:SourceVpce decides whether arn:aws:iam::111122223333:role/web-execution may call ecr:GetAuthorizationToken, and only a real call has it'],
    ['IAM leaves one out', { execution: { decisions: (executionRole.decisions as readonly Decision[]).slice(1) } },
      'iam-exec-role-cannot-start: IAM did not simulate ecr:GetAuthorizationToken for arn:aws:iam::111122223333:role/web-execution'],
    ['it is denied', { execution: { decisions: new Unknown('iam:SimulatePrincipalPolicy is denied: allow it') } }, 'iam-exec-role-cannot-start: iam:SimulatePrincipalPolicy is denied: allow it'],
  ])('are not checked where %s', (_, change, gap) => {
    const { findings, gaps } = report(change);
    expect(findings).toEqual([]);
    expect(gaps).toContain(gap);
  });
});
