import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CfnParameter, type Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, TaskRoleBundle } from '../../src';
import { messageOf } from '../support/refusals';
import { IMAGE, testCluster, testStack, testVpc } from '../support/stacks';

const worker = (stack: Stack, props: object) => new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
const cluster = (stack: Stack, clusterName: string) => (
  new FargateWorkerService(stack, 'Worker', { cluster: ecs.Cluster.fromClusterAttributes(stack, 'Prod', { clusterName, vpc: testVpc(stack) }), image: IMAGE }));
const logGroup = (stack: Stack, name: string) => worker(stack, { logging: { logGroup: logs.LogGroup.fromLogGroupName(stack, 'Logs', name) } });
const role = (stack: Stack, name: string) => new TaskRoleBundle(stack, 'Roles', { taskRole: iam.Role.fromRoleName(stack, 'App', name) });
const repository = (stack: Stack, name: string) => worker(stack, { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', name), '1.0') });

type Import = (stack: Stack, name: string) => unknown;

test.each<[string, Import, string, string]>([
  ['a cluster', cluster, 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod', "clusterName: 'prod'"],
  ['a log group', logGroup, 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/web', "'/shop/web')"],
  ['a role', role, 'arn:aws:iam::111122223333:role/app', "'app')"],
])('%s that is imported by its ARN in place of its name is refused', (_, use, arn, fix) => {
  const message = messageOf(() => use(testStack(), arn));
  expect(message).toContain(`is imported by the name '${arn}', which is an ARN`);
  expect(message).toContain(fix);
});

test.each([
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web', "'shop/web'), '1.4.2')"],
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:2.0', "'shop/web'), '2.0')"],
  ['shop/web:2.0', "'shop/web'), '2.0')"],
])('the repository %s is refused', (name, fix) => {
  const message = messageOf(() => repository(testStack(), name));
  expect(message).toContain(`image is of a repository that is imported by the name '${name}'`);
  expect(message).toContain(fix);
});

test.each<[string, Import, string]>([
  ['a cluster', cluster, 'prod'], ['a log group', logGroup, '/shop/web'], ['a role', role, 'service/app'], ['a repository', repository, 'team-a/shop_web.api'],
])('%s is accepted by its name, and by a token', (_, use, name) => {
  expect(() => use(testStack(), name)).not.toThrow();
  const stack = testStack();
  expect(() => use(stack, new CfnParameter(stack, 'Name').valueAsString)).not.toThrow();
});
