import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function logging(stack: Stack, properties: Properties): string {
  const group = resource(stack, 'Logs', 'AWS::Logs::LogGroup', { RetentionInDays: 30, ...properties }).ref;
  const options = { 'awslogs-group': group, 'awslogs-region': stack.region, 'awslogs-stream-prefix': 'app' };
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awslogs', Options: options } });
  return group;
}

function encrypted(stack: Stack, key: Properties, attribute?: string): void {
  const one = resource(stack, 'Key', 'AWS::KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }] }, ...key });
  logging(stack, { KmsKeyId: attribute === undefined ? one.ref : one.getAtt(attribute) });
}

function read(stack: Stack, type: string, LogGroupClass: string): void {
  const LogGroupName = logging(stack, { LogGroupClass });
  resource(stack, 'Filter', type, { LogGroupName, FilterPattern: 'ERROR' });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the days are not of the list', caught: true, app: (stack) => void logging(stack, { RetentionInDays: 45 }) },
  { name: 'the days are more than ten years', caught: true, app: (stack) => void logging(stack, { RetentionInDays: '5000' }) },
  { name: 'the key is a Ref', caught: true, app: (stack) => encrypted(stack, {}) },
  { name: 'the key is an alias', caught: true, app: (stack) => void logging(stack, { KmsKeyId: 'alias/logs' }) },
  { name: 'the key is off', caught: true, app: (stack) => encrypted(stack, { Enabled: false }, 'Arn') },
  { name: 'the key is for signatures', caught: true, app: (stack) => encrypted(stack, { KeySpec: 'RSA_2048' }, 'Arn') },
  { name: 'the name has a space', caught: true, app: (stack) => void logging(stack, { LogGroupName: '/ecs/my shop' }) },
  { name: 'the class has no such name', caught: true, app: (stack) => void logging(stack, { LogGroupClass: 'INFREQUENT' }) },
  { name: 'a subscription filter reads a group of rare access', caught: true, app: (stack) => read(stack, 'AWS::Logs::SubscriptionFilter', 'INFREQUENT_ACCESS') },
  { name: 'a metric filter reads a group of rare access', caught: true, app: (stack) => read(stack, 'AWS::Logs::MetricFilter', 'INFREQUENT_ACCESS') },
  { name: 'the class is that of Lambda', caught: true, consequence: 'misbehaves', app: (stack) => void logging(stack, { LogGroupClass: 'DELIVERY' }) },
  { name: 'a filter reads a group of the standard class', caught: false, app: (stack) => read(stack, 'AWS::Logs::MetricFilter', 'STANDARD') },
  { name: 'the class is that of rare access', caught: false, app: (stack) => void logging(stack, { LogGroupClass: 'INFREQUENT_ACCESS' }) },
  { name: 'the key is named by its ARN', caught: false, app: (stack) => encrypted(stack, { Enabled: true }, 'Arn') },
  { name: 'the days are ten years', caught: false, app: (stack) => void logging(stack, { RetentionInDays: 3653 }) },
  { name: 'a parameter decides the days', caught: false, notChecked: true, app: (stack) => void logging(stack, { RetentionInDays: parameter(stack, 'Days', 'Number') }) },
  { name: 'a parameter decides the key', caught: false, notChecked: true, app: (stack) => void logging(stack, { KmsKeyId: parameter(stack) }) },
];
