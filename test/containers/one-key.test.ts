import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, type FargateWorkerServiceProps } from '../../src';
import { circlesIn } from '../support/circles';
import { IMAGE, testCluster, testStack } from '../support/stacks';

type KeyedProps = (stack: Stack, key: kms.Key) => Partial<FargateWorkerServiceProps>;

/** A worker whose secret is under the key of its other resources. */
function resourcesOf(props: KeyedProps) {
  const stack = testStack();
  const key = new kms.Key(stack, 'Key');
  const secret = new secretsmanager.Secret(stack, 'Secret', { encryptionKey: key });
  const worker = new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, secrets: { TOKEN: ecs.Secret.fromSecretsManager(secret) }, ...props(stack, key),
  });
  key.grantDecrypt(worker.taskRoles.executionRole);
  return Template.fromStack(stack, { skipCyclicalDependenciesCheck: true }).toJSON().Resources;
}

const KEYED: readonly (readonly [string, KeyedProps])[] = [
  ['its own log group', (_stack, key) => ({ logging: { encryptionKey: key } })],
  ['a log group of the app', (stack, key) => {
    key.grantEncryptDecrypt(new iam.ServicePrincipal('logs.eu-west-1.amazonaws.com'));
    return { logging: { logGroup: new logs.LogGroup(stack, 'Logs', { encryptionKey: key }) } };
  }],
  ['the bucket of its environment files', (stack, key) => {
    const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey: key });
    return { environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'worker.env')] };
  }],
];

test.each(KEYED)('a key of a secret and of %s closes no circle', (_what, props) => {
  expect(circlesIn(resourcesOf(props))).toEqual([]);
});

test('the permissions that are not inline are there before the service', () => {
  const resources = resourcesOf((_stack, key) => ({ logging: { encryptionKey: key } }));
  const [service] = Object.values<{ Type: string; DependsOn: string[] }>(resources).filter(({ Type }) => Type === 'AWS::ECS::Service');
  const policies = service.DependsOn.filter((id) => resources[id].Type === 'AWS::IAM::Policy');
  const actions = policies.flatMap((id) => resources[id].Properties.PolicyDocument.Statement).flatMap(({ Action }) => Action);
  expect(actions).toContain('logs:PutLogEvents');
});
