import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const ROLE = 'arn:aws:iam::111122223333:role/managed';
const TRUST = '{"Statement":[{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"}}]}';

/** Two providers of Managed Instances with one role. */
function aws(): FakeAws {
  const account = makeAccount(1);
  account.clusters[0].capacityProviders = ['FARGATE', 'small', 'large'];
  return new FakeAws(account)
    .on('DescribeCapacityProviders', ({ input, answer }) => answer({
      capacityProviders: (input.capacityProviders as string[]).map((name) => ({ name, ...name !== 'FARGATE' && { managedInstancesProvider: { infrastructureRoleArn: ROLE } } })),
    }))
    .on('GetRole', ({ answer }) => answer({ Role: { RoleName: 'managed', AssumeRolePolicyDocument: encodeURIComponent(TRUST) } }));
}

const rolesOf = async (from: FakeAws, depth: 'default' | 'deep' = 'deep') => (await collect({ clusters: 'all', depth }, from.options)).clusters[0].infrastructureRoles;
const asked = (from: FakeAws) => (from.inputs.GetRole ?? []).filter(({ RoleName }) => RoleName === 'managed').length;

test('the role of Managed Instances has its trust policy, and is read once', async () => {
  const from = aws();
  expect(await rolesOf(from)).toEqual(new Map([[ROLE, { arn: ROLE, trustPolicy: TRUST, decisions: [] }]]));
  expect(asked(from)).toBe(1);
});

test('a role that is gone is known to be', async () => {
  expect(await rolesOf(aws().refuse('GetRole', 'NoSuchEntity', 'gone', 404))).toEqual(new Map([[ROLE, undefined]]));
});

test('a role that may not be read is a gap that names the action', async () => {
  expect(await rolesOf(aws().refuse('GetRole', 'AccessDenied', 'no', 403))).toEqual(new Unknown('iam:GetRole is denied: allow it'));
});

test('it is read at depth deep only', async () => {
  const from = aws();
  expect(await rolesOf(from, 'default')).toEqual(new Unknown('it is read with --depth deep only'));
  expect(asked(from)).toBe(0);
});
