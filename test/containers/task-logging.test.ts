import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { RemovalPolicy, Size, type Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, OneOffTask, PreDeployTask, ServiceConnectDiscovery, type LoggingOptions } from '../../src';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function worker(stack: Stack, logging?: LoggingOptions, logDriver?: ecs.LogDriver): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, logging, logDriver, sidecars: [{ containerName: 'proxy', image: IMAGE }],
  });
}

function templateOf(logging?: LoggingOptions, logDriver?: ecs.LogDriver): Template {
  const stack = testStack();
  worker(stack, logging, logDriver);
  return Template.fromStack(stack);
}

function hasLogOptions(template: Template, containerName: string, options: object) {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: Match.arrayWith([Match.objectLike({ Name: containerName, LogConfiguration: { LogDriver: 'awslogs', Options: options } })]),
  });
}

test('each container logs to the log group of the service, in streams of its own name', () => {
  const template = templateOf();
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
  for (const name of ['app', 'proxy']) {
    hasLogOptions(template, name, {
      'awslogs-group': { Ref: logGroup },
      'awslogs-region': { Ref: 'AWS::Region' },
      'awslogs-stream-prefix': name,
      'mode': 'non-blocking',
      'max-buffer-size': '26214400b',
    });
  }
});

test('the log group keeps a month and outlives the stack', () => {
  templateOf().hasResource('AWS::Logs::LogGroup', {
    Properties: { RetentionInDays: 30, LogGroupName: Match.absent() },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('the log group follows the options', () => {
  const stack = testStack();
  worker(stack, {
    logGroupName: '/ecs/worker',
    retention: logs.RetentionDays.ONE_WEEK,
    removalPolicy: RemovalPolicy.DESTROY,
    encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1'),
  });
  Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
    Properties: { LogGroupName: '/ecs/worker', RetentionInDays: 7, KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    DeletionPolicy: 'Delete',
  });
});

test('the key of the log group lets CloudWatch Logs use it', () => {
  const stack = testStack();
  worker(stack, { encryptionKey: new kms.Key(stack, 'Key') });
  Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: {
      Statement: Match.arrayWith([Match.objectLike({
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Principal: { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } },
      })]),
    },
  });
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('imported key'));
});

test('an imported key of the log group is never edited, and has a warning', () => {
  const stack = testStack();
  worker(stack, { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1') });
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('the policy of the imported key is never edited: .* for Shop/Worker/.*LogGroup'));
});

test('blocking mode has no buffer', () => {
  hasLogOptions(templateOf({ mode: ecs.AwsLogDriverMode.BLOCKING }), 'app', { 'mode': 'blocking', 'max-buffer-size': Match.absent() });
});

test('the buffer has the size that is set', () => {
  hasLogOptions(templateOf({ maxBufferSize: Size.mebibytes(4) }), 'app', { 'max-buffer-size': '4194304b' });
});

test.each([
  ['b', (size: number) => Size.bytes(size)],
  ['k', (size: number) => Size.kibibytes(size)],
  ['m', (size: number) => Size.mebibytes(size)],
  ['g', (size: number) => Size.gibibytes(size)],
] as const)('a buffer size that is a token is written in its own unit, %s', (unit, sizeOf) => {
  const stack = testStack();
  worker(stack, { maxBufferSize: sizeOf(tokens(stack).number) });
  hasLogOptions(templateWithoutTokens(stack), 'app', { 'max-buffer-size': { 'Fn::Join': ['', [{ Ref: 'Number' }, unit]] } });
});

test('a log group that is passed is used in place of a new one', () => {
  const stack = testStack();
  const logGroup = logs.LogGroup.fromLogGroupName(stack, 'Given', '/ecs/shared');
  expect(worker(stack, { logGroup }).logGroup).toBe(logGroup);
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::Logs::LogGroup', 0);
  hasLogOptions(template, 'app', { 'awslogs-group': '/ecs/shared' });
});

test('a log group that is passed is written to in its own region', () => {
  const stack = testStack();
  worker(stack, { logGroup: logs.LogGroup.fromLogGroupArn(stack, 'Given', 'arn:aws:logs:us-east-1:123456789012:log-group:/ecs/shared') });
  hasLogOptions(Template.fromStack(stack), 'app', { 'awslogs-region': 'us-east-1' });
});

test('the execution role may write to the log group, once for all containers', () => {
  const template = templateOf();
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
  template.hasResourceProperties('AWS::IAM::Role', {
    Policies: [{
      PolicyName: 'StartTask',
      PolicyDocument: {
        Statement: [{
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
        }],
      },
    }],
  });
});

test('a container with a log driver of its own logs there', () => {
  const stack = testStack();
  const token = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: '/splunk/token' });
  worker(stack, {}, ecs.LogDrivers.splunk({ url: 'https://splunk.example.com', secretToken: ecs.Secret.fromSsmParameter(token) }));
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [Match.objectLike({ Name: 'app', LogConfiguration: Match.objectLike({ LogDriver: 'splunk' }) }), Match.objectLike({ Name: 'proxy' })],
  });
  hasLogOptions(template, 'proxy', { 'awslogs-stream-prefix': 'proxy' });
});

test('tokens pass in names and sizes', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  worker(stack, { logGroupName: text, maxBufferSize: Size.bytes(number), retention: number });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: { Ref: 'Text' }, RetentionInDays: { Ref: 'Number' } });
  hasLogOptions(template, 'app', { 'max-buffer-size': { 'Fn::Join': ['', [{ Ref: 'Number' }, 'b']] } });
});

describe('streams in a log group that services share', () => {
  const shared = (stack: Stack) => logs.LogGroup.fromLogGroupName(stack, 'Shared', '/shop');

  test('name the service before the container', () => {
    const stack = testStack();
    worker(stack, { logGroup: shared(stack) });
    for (const name of ['app', 'proxy']) hasLogOptions(Template.fromStack(stack), name, { 'awslogs-group': '/shop', 'awslogs-stream-prefix': 'Shop/Worker' });
  });

  test('have no character that a stream cannot have', () => {
    const stack = testStack();
    new FargateWorkerService(stack, 'Worker: *', { cluster: testCluster(stack), image: IMAGE, logging: { logGroup: shared(stack) } });
    hasLogOptions(Template.fromStack(stack), 'app', { 'awslogs-stream-prefix': 'Shop/Worker- -' });
  });

  test('begin with the prefix of the options', () => {
    const stack = testStack();
    worker(stack, { logGroup: shared(stack), streamPrefix: 'thumbs' });
    hasLogOptions(Template.fromStack(stack), 'proxy', { 'awslogs-stream-prefix': 'thumbs' });
  });

  test('of the proxy of Service Connect name the service too', () => {
    const stack = testStack();
    const service = new FargateWorkerService(stack, 'Worker', {
      cluster: testCluster(stack), image: IMAGE, containerPorts: [80], logging: { logGroup: shared(stack) },
    });
    new ServiceConnectDiscovery(stack, 'Connect', { service, namespace: new cloudmap.HttpNamespace(stack, 'Namespace', { name: 'shop' }), endpoints: [{ name: 'worker', containerPort: 80 }] });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      ServiceConnectConfiguration: Match.objectLike({ LogConfiguration: Match.objectLike({ Options: Match.objectLike({ 'awslogs-stream-prefix': 'Shop/Worker/service-connect' }) }) }),
    });
  });

  test('are the ones in which PreDeployTask reads the last lines', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const task = new OneOffTask(stack, 'Migrate', { cluster, image: IMAGE, logging: { logGroup: shared(stack) } });
    new PreDeployTask(stack, 'First', { service: new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE }), task });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: Match.objectLike({ STREAM_PREFIX: 'Shop/Migrate' }) } });
  });
});
