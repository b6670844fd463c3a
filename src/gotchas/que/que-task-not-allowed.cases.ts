import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { OTHER_QUEUE, queue } from './queue-app.cases';
import { fargateTask, parameter, resource, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Statement = Readonly<Record<string, unknown>>;

const ROOT = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' };
const DECRYPT = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };

/** A service whose task role allows actions on a queue. */
function worker(stack: Stack, queueArn: unknown, actions: readonly string[], ...statements: readonly Statement[]): CfnResource {
  const taskRole = role(stack, { Effect: 'Allow', Action: actions, Resource: queueArn }, ...statements);
  service(stack, { TaskDefinition: fargateTask(stack, { TaskRoleArn: taskRole.getAtt('Arn') }).ref });
  return taskRole;
}

function key(stack: Stack, ...statements: readonly Statement[]): unknown {
  return resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [ROOT, ...statements] } }).ref;
}

/** A service with a queue in its environment, whose task role allows an action on a queue of the app. */
function user(stack: Stack, actions: readonly string[], on: unknown, container: Statement = {}, task: Statement = {}): CfnResource {
  const { ref } = resource(stack, 'Jobs', 'AWS::SQS::Queue', {});
  const taskRole = role(stack, { Effect: 'Allow', Action: actions, Resource: on });
  const { ref: TaskDefinition } = fargateTask(stack, { TaskRoleArn: taskRole.getAtt('Arn'), ...task }, { Environment: [{ Name: 'QUEUE_URL', Value: ref }], ...container });
  return service(stack, { TaskDefinition });
}

const JOBS = { 'Fn::GetAtt': ['Jobs', 'Arn'] };
const admitting = (Principal: unknown) => ({ Queues: [{ Ref: 'Jobs' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Principal, Action: 'sqs:*', Resource: '*' }] } });

const BOTH = ['sqs:ReceiveMessage', 'sqs:DeleteMessage'];

export const cases: readonly GotchaCase[] = [
  { name: 'the role does not delete', caught: true, consequence: 'misbehaves', app: (stack) => void worker(stack, queue(stack), ['sqs:ReceiveMessage']) },
  { name: 'the role does not decrypt', caught: true, app: (stack) => void worker(stack, queue(stack, { KmsMasterKeyId: key(stack) }), BOTH) },
  { name: 'the queue of the environment is not in the role', caught: true, consequence: 'misbehaves', app: (stack) => void user(stack, ['s3:GetObject'], '*') },
  { name: 'the role is for another queue', caught: true, consequence: 'misbehaves', app: (stack) => void user(stack, BOTH, queue(stack)) },
  { name: 'the task has no role', caught: true, consequence: 'misbehaves', app: (stack) => void user(stack, BOTH, JOBS, {}, { TaskRoleArn: undefined }) },
  {
    name: 'the policy of the queue allows a service of AWS alone',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => {
      user(stack, ['s3:GetObject'], '*');
      resource(stack, 'Policy', 'AWS::SQS::QueuePolicy', admitting({ Service: 'sns.amazonaws.com' }));
    },
  },
  { name: 'the environment has a queue that the role sends to', caught: false, app: (stack) => void user(stack, ['sqs:SendMessage'], JOBS) },
  { name: 'the role watches the queue', caught: false, app: (stack) => void user(stack, ['sqs:GetQueueAttributes'], JOBS) },
  {
    name: 'the environment has keys of an own user',
    caught: false,
    app: (stack) => void user(stack, [], '*', { Secrets: [{ Name: 'AWS_SECRET_ACCESS_KEY', ValueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/key' }] }),
  },
  {
    name: 'the policy of the queue allows the role',
    caught: false,
    notChecked: true,
    app: (stack) => {
      user(stack, ['s3:GetObject'], '*');
      resource(stack, 'Policy', 'AWS::SQS::QueuePolicy', admitting({ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }));
    },
  },
  { name: 'the role names its queues by text', caught: false, notChecked: true, app: (stack) => void user(stack, BOTH, OTHER_QUEUE) },
  { name: 'the role does both', caught: false, app: (stack) => void worker(stack, queue(stack, { KmsMasterKeyId: key(stack) }), BOTH, DECRYPT) },
  { name: 'the role may do all with the queue', caught: false, app: (stack) => void worker(stack, queue(stack), ['sqs:*']) },
  { name: 'the queue has a key of SQS', caught: false, app: (stack) => void worker(stack, queue(stack, { SqsManagedSseEnabled: true }), BOTH) },
  { name: 'the role only sends', caught: false, app: (stack) => void worker(stack, queue(stack), ['sqs:SendMessage']) },
  { name: 'the queue is in no template', caught: false, app: (stack) => void worker(stack, OTHER_QUEUE, ['sqs:ReceiveMessage']) },
  {
    name: 'the key admits the role',
    caught: false,
    app: (stack) => void worker(stack, queue(stack, {
      KmsMasterKeyId: key(stack, { Effect: 'Allow', Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }, Action: 'kms:Decrypt', Resource: '*' }),
    }), BOTH),
  },
  { name: 'the key is in no template', caught: false, notChecked: true, app: (stack) => void worker(stack, queue(stack, { KmsMasterKeyId: 'alias/jobs' }), BOTH) },
  {
    name: 'a parameter has the actions',
    caught: false,
    notChecked: true,
    app: (stack) => void worker(stack, queue(stack), ['sqs:ReceiveMessage'], { Effect: 'Allow', Action: parameter(stack), Resource: '*' }),
  },
];
