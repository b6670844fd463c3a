import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { LiveService } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1';

function aws(): FakeAws {
  const account = makeAccount(2);
  account.services[0].serviceRegistries = [{ registryArn: REGISTRY }];
  Object.assign(account.services[1], { resourceManagementType: 'ECS' });
  return new FakeAws(account)
    .on('ListInstances', ({ input, answer }) => answer(input.NextToken
      ? { Instances: [{ Id: 'own', Attributes: { AWS_INSTANCE_IPV4: '10.0.0.2' } }] }
      : { Instances: [{ Id: 't1', Attributes: { AWS_INSTANCE_IPV4: '10.0.0.1', ECS_SERVICE_NAME: 'web', ECS_CLUSTER_NAME: 'shop' } }], NextToken: '2' }))
    .on('DescribeExpressGatewayService', ({ input, answer }) => answer({ service: { serviceArn: input.serviceArn, infrastructureRoleArn: 'arn:aws:iam::111122223333:role/express' } }))
    .on('GetRole', ({ answer }) => answer({ Role: { AssumeRolePolicyDocument: '{}' } }));
}

async function servicesOf(from: FakeAws, depth: 'default' | 'deep' = 'deep'): Promise<readonly LiveService[]> {
  return (await collect({ clusters: 'all', depth }, from.options)).clusters[0].services;
}

test('instances of Cloud Map services have what ECS registered, from all pages', async () => {
  const from = aws();
  const [service, other] = await servicesOf(from);
  expect(service.registrations).toEqual(new Map([[REGISTRY, [
    { id: 't1', address: '10.0.0.1', service: 'web', cluster: 'shop' }, { id: 'own', address: '10.0.0.2', service: undefined, cluster: undefined },
  ]]]));
  expect(other.registrations).toEqual(new Map());
  expect(from.inputs.ListInstances[0]).toMatchObject({ ServiceId: 'srv-1' });
});

test('a service of Express Mode has its configuration and its infrastructure role', async () => {
  const from = aws();
  const [service, express] = await servicesOf(from);
  expect([service.express, express.express]).toMatchObject([undefined, { infrastructureRoleArn: 'arn:aws:iam::111122223333:role/express' }]);
  expect([...(express.roles as ReadonlyMap<string, object>).keys()]).toContain('arn:aws:iam::111122223333:role/express');
  expect(from.count('DescribeExpressGatewayService')).toBe(1);
});

test.each([
  ['ListInstances', 'servicediscovery:ListInstances', 'registrations', 0],
  ['DescribeExpressGatewayService', 'ecs:DescribeExpressGatewayService', 'express', 1],
] as const)('%s denied leaves a gap that names %s', async (operation, action, member, index) => {
  const services = await servicesOf(aws().refuse(operation, 'AccessDeniedException'));
  expect(services[index][member]).toEqual(new Unknown(`${action} is denied: allow it`));
});

test('both are read at depth deep only', async () => {
  const from = aws();
  const [service] = await servicesOf(from, 'default');
  expect([service.registrations, service.express]).toEqual([new Unknown('it is read with --depth deep only'), new Unknown('it is read with --depth deep only')]);
  expect(from.count('ListInstances') + from.count('DescribeExpressGatewayService')).toBe(0);
});
