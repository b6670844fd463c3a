import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly actions?: readonly string[];
  readonly managed?: string;
  readonly create?: unknown;
  readonly group?: (stack: Stack) => unknown;
  readonly on?: string;
}

function logging(stack: Stack, { actions = ['logs:PutLogEvents'], managed, create = 'true', group = () => '/shop', on = 'FARGATE' }: Situation): void {
  const executionRole = role(stack, { Effect: 'Allow', Action: actions, Resource: '*' });
  if (managed) executionRole.addPropertyOverride('ManagedPolicyArns', [`arn:aws:iam::aws:policy/${managed}`]);
  const Options = { 'awslogs-group': group(stack), 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app', 'awslogs-create-group': create };
  fargateTask(stack, { ExecutionRoleArn: executionRole.getAtt('Arn'), RequiresCompatibilities: [on] }, { LogConfiguration: { LogDriver: 'awslogs', Options } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is to be created, in another spelling', caught: true, app: (stack) => logging(stack, { create: 'True' }) },
  { name: 'the role only writes', caught: true, app: (stack) => logging(stack, {}) },
  { name: 'the managed policy is all there is', caught: true, app: (stack) => logging(stack, { managed: 'service-role/AmazonECSTaskExecutionRolePolicy' }) },
  { name: 'the role may create it', caught: false, app: (stack) => logging(stack, { actions: ['logs:CreateLogGroup'] }) },
  { name: 'the role may do all of it', caught: false, app: (stack) => logging(stack, { actions: ['logs:*'] }) },
  { name: 'it is not to be created', caught: false, app: (stack) => logging(stack, { create: 'false' }) },
  { name: 'the app creates it', caught: false, app: (stack) => logging(stack, { group: () => resource(stack, 'Logs', 'AWS::Logs::LogGroup', {}).ref }) },
  { name: 'the instance role creates it', caught: false, app: (stack) => logging(stack, { on: 'EC2' }) },
  { name: 'a parameter decides whether to create it', caught: false, notChecked: true, app: (stack) => logging(stack, { create: parameter(stack) }) },
  { name: 'a managed policy allows it', caught: false, app: (stack) => logging(stack, { managed: 'CloudWatchLogsFullAccess' }) },
  { name: 'a managed policy may allow it', caught: false, notChecked: true, app: (stack) => logging(stack, { managed: 'ShopLogs' }) },
];
