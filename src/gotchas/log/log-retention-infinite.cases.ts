import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function logging(stack: Stack, group: unknown, more: Readonly<Record<string, unknown>> = {}): void {
  const Options = { 'awslogs-group': group, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app', ...more };
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awslogs', Options } });
}

function logGroup(stack: Stack, properties: Readonly<Record<string, unknown>>): string {
  return resource(stack, 'Logs', 'AWS::Logs::LogGroup', properties).ref;
}

export const cases: readonly GotchaCase[] = [
  { name: 'the log group has no retention', caught: true, app: (stack) => logging(stack, logGroup(stack, {})) },
  { name: 'the driver creates the log group', caught: true, app: (stack) => logging(stack, '/shop', { 'awslogs-create-group': 'true' }) },
  {
    name: 'the CDK makes a log group by itself',
    caught: true,
    app: (stack) => void new ecs.FargateTaskDefinition(stack, 'Task')
      .addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }) }),
  },
  { name: 'the log group has a retention', caught: false, app: (stack) => logging(stack, logGroup(stack, { RetentionInDays: 30 })) },
  {
    name: 'a custom resource sets the retention',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const group = logGroup(stack, {});
      resource(stack, 'Retention', 'Custom::LogRetention', { LogGroupName: group, RetentionInDays: 30 });
      logging(stack, group);
    },
  },
  {
    name: 'the CDK sets the retention',
    caught: false,
    app: (stack) => void new ecs.FargateTaskDefinition(stack, 'Task').addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('app:1'),
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_WEEK }),
    }),
  },
  { name: 'the container does not log', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'the log group comes from outside', caught: false, notChecked: true, app: (stack) => logging(stack, parameter(stack)) },
];
