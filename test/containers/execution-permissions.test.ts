import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Lazy, type Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, type FargateWorkerServiceProps } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';

type Allowed = readonly [action: string, resource: string];

/** Permissions of the execution role, one action on one resource a line. */
function allowed(stack: Stack, props: Partial<FargateWorkerServiceProps>): Allowed[] {
  const { taskRoles } = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
  const template = Template.fromStack(stack);
  const role = stack.resolve(taskRoles.executionRole.roleName).Ref;
  const policies = [
    ...template.toJSON().Resources[role].Properties.Policies,
    ...Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: role }] } })).map(({ Properties }) => Properties),
  ];
  return policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) => [Action].flat().map((action: string) => [action, JSON.stringify(Resource)] as const));
}

function resourcesOf(action: string, all: readonly Allowed[]): string[] {
  return all.filter(([candidate]) => candidate === action).map(([, resource]) => resource);
}

test('nothing but logging is allowed for a public image', () => {
  expect(allowed(testStack(), {}).map(([action]) => action)).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
});

test('pulling is allowed from the ECR repository of the image', () => {
  const stack = testStack();
  const repository = ecr.Repository.fromRepositoryArn(stack, 'Repository', 'arn:aws:ecr:eu-west-1:123456789012:repository/shop');
  const all = allowed(stack, { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0') });
  for (const action of ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage']) {
    expect(resourcesOf(action, all)).toEqual(['"arn:aws:ecr:eu-west-1:123456789012:repository/shop"']);
  }
});

test('only the token of ECR, which belongs to no resource, is allowed on *', () => {
  const stack = testStack();
  const repository = new ecr.Repository(stack, 'Repository');
  const secret = new secretsmanager.Secret(stack, 'Secret');
  const all = allowed(stack, { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0'), secrets: { KEY: ecs.Secret.fromSecretsManager(secret) } });
  expect(all.filter(([, resource]) => resource === '"*"').map(([action]) => action)).toEqual(['ecr:GetAuthorizationToken']);
});

describe('an image named by its address in a private ECR repository', () => {
  test.each([
    ['a tag', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.0.0'],
    ['a digest', `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop@sha256:${'0'.repeat(64)}`],
    ['neither', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop'],
    ['its FIPS name', '123456789012.dkr.ecr-fips.eu-west-1.amazonaws.com/team/shop:1'],
    ['its dual-stack name', '123456789012.dkr-ecr.eu-west-1.on.aws/team/shop:1'],
    ['a tag that is a token', `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:${Lazy.string({ produce: () => '1' })}`],
  ])('may be pulled with %s', (_what, address) => {
    const stack = testStack();
    const all = allowed(stack, { image: ecs.ContainerImage.fromRegistry(address) });
    expect(resourcesOf('ecr:BatchGetImage', all)).toEqual([
      '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":ecr:eu-west-1:123456789012:repository/team/shop"]]}',
    ]);
  });

  test.each([
    [':1.0.0', ':1.0.0'],
    [`@sha256:${'0'.repeat(64)}`, `@sha256:${'0'.repeat(64)}`],
    ['', ''],
  ])('keeps %s', (given, kept) => {
    const stack = testStack();
    allowed(stack, { image: ecs.ContainerImage.fromRegistry(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop${given}`) });
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
    expect(JSON.stringify(Properties.ContainerDefinitions[0].Image)).toContain(`/team/shop${kept}"`);
  });

  test('brings no warning that it might not be', () => {
    const stack = testStack();
    allowed(stack, { image: ecs.ContainerImage.fromRegistry('123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1') });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('ecrImageRequiresPolicy'));
  });

  test('may be pulled for a sidecar too', () => {
    const stack = testStack();
    const image = ecs.ContainerImage.fromRegistry('123456789012.dkr.ecr.eu-west-1.amazonaws.com/proxy:1');
    const all = allowed(stack, { sidecars: [{ containerName: 'proxy', image }] });
    expect(resourcesOf('ecr:BatchGetImage', all)).toHaveLength(1);
  });
});

describe('secrets', () => {
  test('may be read one by one, with their keys', () => {
    const stack = testStack();
    const encryptionKey = new kms.Key(stack, 'Key');
    const secret = new secretsmanager.Secret(stack, 'Secret', { encryptionKey });
    const all = allowed(stack, { secrets: { DATABASE_URL: ecs.Secret.fromSecretsManager(secret, 'url') } });
    expect(resourcesOf('secretsmanager:GetSecretValue', all)).toEqual([JSON.stringify(stack.resolve(secret.secretArn))]);
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([Match.objectLike({
          Action: 'kms:Decrypt',
          Principal: { AWS: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkerTaskRolesExecutionRole'), 'Arn'] } },
        })]),
      },
    });
  });

  test('of Parameter Store may be read, with their keys', () => {
    const stack = testStack();
    const encryptionKey = new kms.Key(stack, 'Key');
    const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Parameter', { parameterName: '/shop/url', encryptionKey });
    const all = allowed(stack, { secrets: { DATABASE_URL: ecs.Secret.fromSsmParameter(parameter) } });
    expect(resourcesOf('ssm:GetParameters', all)).toEqual([JSON.stringify(stack.resolve(parameter.parameterArn))]);
    expect(resourcesOf('kms:Decrypt', all)).toEqual([JSON.stringify(stack.resolve(encryptionKey.keyArn))]);
  });

  test('of a sidecar may be read too', () => {
    const stack = testStack();
    const secret = new secretsmanager.Secret(stack, 'Secret');
    const secrets = { KEY: ecs.Secret.fromSecretsManager(secret) };
    expect(resourcesOf('secretsmanager:GetSecretValue', allowed(stack, { sidecars: [{ containerName: 'proxy', image: IMAGE, secrets }] }))).toHaveLength(1);
  });

  test('reach the container as environment variables', () => {
    const stack = testStack();
    const secret = new secretsmanager.Secret(stack, 'Secret');
    allowed(stack, { secrets: { KEY: ecs.Secret.fromSecretsManager(secret) } });
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
    expect(Properties.ContainerDefinitions[0].Secrets).toEqual([{ Name: 'KEY', ValueFrom: stack.resolve(secret.secretArn) }]);
  });
});

test('the task role may do nothing', () => {
  const stack = testStack();
  const { taskRoles } = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  const role = stack.resolve(taskRoles.taskRole.roleName).Ref;
  const template = Template.fromStack(stack);
  expect(template.toJSON().Resources[role].Properties.Policies).toBeUndefined();
  expect(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: role }] } })).toEqual({});
});
