import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Stack } from 'aws-cdk-lib/core';
import { ExecAudit, FargateWorkerService, type ExecAuditProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';
import { statementsOf } from './statements';

function cluster(stack: Stack, props: ecs.ClusterProps = {}): ecs.Cluster {
  return new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack), ...props });
}

function refusal(props: Partial<ExecAuditProps>, stack = testStack()): string {
  return refusalOf(stack, 'Audit', (scope, id) => new ExecAudit(scope, id, { cluster: props.cluster ?? cluster(stack), ...props }));
}

describe.each(FLAG_SETS)('ExecAudit with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new ExecAudit(stack, 'Audit', { cluster: cluster(stack) });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('records to a bucket on request, below a prefix', () => {
  const stack = testStack();
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack), bucket: s3.Bucket.fromBucketName(stack, 'Records', 'records'), bucketPrefix: 'audit/exec' });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Cluster', {
    Configuration: {
      ExecuteCommandConfiguration: {
        Logging: 'OVERRIDE',
        LogConfiguration: Match.objectLike({ S3BucketName: 'records', S3KeyPrefix: 'audit/exec', S3EncryptionEnabled: true }),
      },
    },
  });
});

test('demands no encryption of a log group that may have none', () => {
  const stack = testStack();
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack), logGroup: logs.LogGroup.fromLogGroupName(stack, 'Sessions', 'sessions') });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ECS::Cluster', {
    Configuration: { ExecuteCommandConfiguration: { LogConfiguration: { CloudWatchLogGroupName: 'sessions', CloudWatchEncryptionEnabled: false } } },
  });
  template.resourceCountIs('AWS::Logs::LogGroup', 0);
});

test('demands encryption of a log group that has a key', () => {
  const stack = testStack();
  const encryptionKey = new kms.Key(stack, 'Key');
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack), encryptionKey, logGroup: new logs.LogGroup(stack, 'Sessions', { encryptionKey }) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Cluster', {
    Configuration: { ExecuteCommandConfiguration: { LogConfiguration: { CloudWatchEncryptionEnabled: true } } },
  });
});

test('keeps the storage configuration of the cluster', () => {
  const stack = testStack();
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack, { managedStorageConfiguration: { kmsKey: new kms.Key(stack, 'StorageKey') } }) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Cluster', {
    Configuration: { ManagedStorageConfiguration: Match.anyValue(), ExecuteCommandConfiguration: Match.objectLike({ Logging: 'OVERRIDE' }) },
  });
});

test('warns of an imported key, whose policy it can\'t edit', () => {
  const stack = testStack();
  const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012');
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack), encryptionKey });
  Annotations.fromStack(stack).hasWarning('/Shop/Audit', Match.stringLikeRegexp('allows CloudWatch Logs to encrypt with it'));
  Template.fromStack(stack).resourceCountIs('AWS::KMS::Key', 0);
});

test.each([['before', false], ['after', true]])('reaches a service that is defined %s it, with exactly its log group, bucket and key', (_, first) => {
  const stack = testStack();
  const shop = cluster(stack);
  const audit = () => new ExecAudit(stack, 'Audit', { cluster: shop, bucket: new s3.Bucket(stack, 'Records') });
  if (first) audit();
  new FargateWorkerService(stack, 'Worker', { cluster: shop, image: IMAGE, enableExecuteCommand: true });
  if (!first) audit();
  expect(statementsOf(stack, 'TaskRole')).toEqual([
    [expect.stringContaining('ssmmessages:OpenDataChannel'), '*'],
    ['logs:DescribeLogGroups', '*'],
    ['logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents', expect.stringMatching(/^{"Fn::GetAtt":\["AuditLogGroup\w+","Arn"\]}$/)],
    ['kms:Decrypt', expect.stringContaining('AuditKey')],
    ['s3:PutObject', expect.stringContaining('/ecs-exec/*')],
    ['s3:GetEncryptionConfiguration', expect.stringMatching(/^{"Fn::GetAtt":\["Records\w+","Arn"\]}$/)],
  ]);
});

test('lets a service use the key of the bucket', () => {
  const stack = testStack();
  const shop = cluster(stack);
  new ExecAudit(stack, 'Audit', { cluster: shop, bucket: new s3.Bucket(stack, 'Records', { encryptionKey: new kms.Key(stack, 'RecordsKey') }) });
  new FargateWorkerService(stack, 'Worker', { cluster: shop, image: IMAGE, enableExecuteCommand: true });
  expect(statementsOf(stack, 'TaskRole')).toContainEqual(['kms:GenerateDataKey', expect.stringContaining('RecordsKey')]);
});

test('does not check tokens', () => {
  const stack = testStack();
  new ExecAudit(stack, 'Audit', { cluster: cluster(stack), bucket: s3.Bucket.fromBucketName(stack, 'Records', tokens(stack).text), bucketPrefix: 'exec' });
  templateWithoutTokens(stack);
});

test('fails for a cluster that is imported', () => {
  const stack = testStack();
  expect(refusal({ cluster: testCluster(stack) }, stack)).toContain('cluster (Shop/Cluster) is imported');
});

test('fails for a cluster that records its sessions already', () => {
  const stack = testStack();
  const shop = cluster(stack, { executeCommandConfiguration: { logging: ecs.ExecuteCommandLogging.NONE } });
  expect(refusal({ cluster: shop }, stack)).toContain('cluster (Shop/Cluster) has an executeCommandConfiguration already');
});

test('fails beside another one', () => {
  const stack = testStack();
  const shop = cluster(stack);
  new ExecAudit(stack, 'First', { cluster: shop });
  expect(refusal({ cluster: shop }, stack)).toContain('has an executeCommandConfiguration already');
});

test.each<[string, (stack: Stack) => Partial<ExecAuditProps>, string]>([
  ['a retention beside a log group', (stack) => ({ logGroup: new logs.LogGroup(stack, 'Sessions'), retention: logs.RetentionDays.ONE_WEEK }), 'retention (7) is set beside logGroup'],
  ['a prefix without a bucket', () => ({ bucketPrefix: 'audit' }), 'bucketPrefix is \'audit\', and there is no bucket'],
  ['a prefix with a slash at its end', (stack) => ({ bucket: new s3.Bucket(stack, 'Records'), bucketPrefix: 'audit/' }), 'bucketPrefix is \'audit/\''],
])('fails for %s', (_, props, message) => {
  const stack = testStack();
  expect(refusal(props(stack), stack)).toContain(message);
});
