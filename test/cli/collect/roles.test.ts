import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { Account, LiveRole } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const ROLE = 'arn:aws:iam::111122223333:role/path/start';
const TRUST = '{"Statement":[{"Effect":"Allow"}]}';

/** Services that share one execution role. */
function sharedRole(size: number) {
  const account = makeAccount(size);
  for (const definition of account.taskDefinitions.values()) {
    definition.executionRoleArn = ROLE;
    definition.containerDefinitions[0].image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1';
    definition.taskRoleArn = undefined;
  }
  for (const service of account.services) service.roleArn = undefined;
  return account;
}

function aws(size = 1): FakeAws {
  return new FakeAws(sharedRole(size))
    .on('GetRole', ({ answer }) => answer({ Role: { RoleName: 'start', AssumeRolePolicyDocument: encodeURIComponent(TRUST) } }))
    .on('SimulatePrincipalPolicy', ({ answer }) => answer({
      EvaluationResults: [
        { EvalActionName: 'ecr:GetAuthorizationToken', EvalResourceName: '*', EvalDecision: 'allowed' },
        {
          EvalActionName: 'ecr:BatchGetImage',
          EvalDecision: 'implicitDeny',
          ResourceSpecificResults: [
            { EvalResourceName: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web', EvalResourceDecision: 'explicitDeny', MissingContextValues: ['aws:SourceIp'] },
          ],
          OrganizationsDecisionDetail: { AllowedByOrganizations: false },
        },
      ],
      IsTruncated: false,
    }));
}

async function rolesOf(from: FakeAws, depth: 'default' | 'deep' = 'deep') {
  const account: Account = await collect({ clusters: 'all', depth }, from.options);
  return account.clusters[0].services[0].roles;
}

test('a role has its trust policy and what IAM decides for each action and resource', async () => {
  const from = aws();
  expect(await rolesOf(from)).toEqual(new Map([[ROLE, {
    arn: ROLE,
    trustPolicy: TRUST,
    decisions: [
      { action: 'ecr:GetAuthorizationToken', resource: '*', decision: 'allowed', missing: [], byOrganization: false, byBoundary: false },
      { action: 'ecr:BatchGetImage', resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web', decision: 'explicitDeny', missing: ['aws:SourceIp'], byOrganization: true, byBoundary: false },
    ],
  }]]));
  expect(from.inputs.GetRole).toMatchObject([{ RoleName: 'start' }]);
  expect(from.inputs.SimulatePrincipalPolicy).toMatchObject([{ PolicySourceArn: ROLE, ActionNames: expect.arrayContaining(['ecr:BatchGetImage', 'ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer']), ResourceArns: expect.arrayContaining(['*', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web']) }]);
});

test('a role of many services is read and simulated once', async () => {
  const from = aws(25);
  await rolesOf(from);
  expect([from.count('GetRole'), from.count('SimulatePrincipalPolicy')]).toEqual([1, 1]);
});

test('a role that is gone is known to be', async () => {
  const from = aws().refuse('GetRole', 'NoSuchEntity', 'gone', 404).refuse('SimulatePrincipalPolicy', 'NoSuchEntity', 'gone', 404);
  expect(await rolesOf(from)).toEqual(new Map([[ROLE, undefined]]));
});

test('a denied simulation leaves the trust policy', async () => {
  const roles = await rolesOf(aws().refuse('SimulatePrincipalPolicy', 'AccessDenied', 'no', 403)) as ReadonlyMap<string, LiveRole>;
  expect(roles.get(ROLE)).toMatchObject({ trustPolicy: TRUST, decisions: new Unknown('iam:SimulatePrincipalPolicy is denied: allow it') });
});

test('a denied role leaves a gap that names the action', async () => {
  expect(await rolesOf(aws().refuse('GetRole', 'AccessDenied', 'no', 403))).toEqual(new Unknown('iam:GetRole is denied: allow it'));
});

test('roles are read at depth deep only', async () => {
  const from = aws();
  expect(await rolesOf(from, 'default')).toEqual(new Unknown('it is read with --depth deep only'));
  expect(from.count('GetRole') + from.count('SimulatePrincipalPolicy')).toBe(0);
});

test('the log group, bucket and key of sessions of ECS Exec are read and simulated with the rest', async () => {
  const shop = sharedRole(1);
  Object.assign(shop.services[0], { enableExecuteCommand: true });
  for (const definition of shop.taskDefinitions.values()) definition.taskRoleArn = ROLE;
  const configuration = { logging: 'OVERRIDE', kmsKeyId: '11111111-2222-3333-4444-555555555555', logConfiguration: { cloudWatchLogGroupName: '/exec', s3BucketName: 'records', s3KeyPrefix: 'exec/' } };
  shop.clusters[0].configuration = { executeCommandConfiguration: configuration };
  const from = new FakeAws(shop)
    .on('GetRole', ({ answer }) => answer({ Role: { RoleName: 'start', AssumeRolePolicyDocument: encodeURIComponent(TRUST) } }))
    .on('SimulatePrincipalPolicy', ({ answer }) => answer({ EvaluationResults: [], IsTruncated: false }));
  const account: Account = await collect({ clusters: 'all', depth: 'deep' }, from.options);
  expect([from.count('SimulatePrincipalPolicy'), from.count('DescribeLogGroups')]).toEqual([1, 1]);
  expect(from.inputs.SimulatePrincipalPolicy).toMatchObject([{
    ActionNames: expect.arrayContaining(['kms:Decrypt', 'logs:DescribeLogGroups', 'logs:PutLogEvents', 's3:PutObject', 'ssmmessages:OpenDataChannel']),
    ResourceArns: expect.arrayContaining([
      'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555', 'arn:aws:logs:eu-west-1:111122223333:log-group:/exec:*', 'arn:aws:s3:::records', 'arn:aws:s3:::records/exec/*',
    ]),
  }]);
  expect([...account.clusters[0].services[0].logGroups as ReadonlyMap<string, object | undefined>]).toEqual(expect.arrayContaining([['/exec', undefined]]));
});
