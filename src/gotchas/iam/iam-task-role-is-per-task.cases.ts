import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const TWO_CONTAINERS = { ContainerDefinitions: [{ Name: 'app', Image: 'app:1' }, { Name: 'metrics', Image: 'metrics:1' }] };

export const cases: readonly GotchaCase[] = [
  {
    name: 'a sidecar shares all of S3 with the app',
    caught: true,
    app: (stack) => void fargateTask(stack, {
      ...TWO_CONTAINERS,
      TaskRoleArn: role(stack, { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::orders/*' }).getAtt('Arn'),
    }),
  },
  {
    name: 'a sidecar shares everything with the app',
    caught: true,
    app: (stack) => void fargateTask(stack, {
      ...TWO_CONTAINERS,
      TaskRoleArn: role(stack, { Effect: 'Allow', Action: ['*'], Resource: '*' }).getAtt('Arn'),
    }),
  },
  {
    name: 'the task has one container',
    caught: false,
    app: (stack) => void fargateTask(stack, { TaskRoleArn: role(stack, { Effect: 'Allow', Action: 's3:*', Resource: '*' }).getAtt('Arn') }),
  },
  {
    name: 'actions are named, as grants do',
    caught: false,
    app: (stack) => void fargateTask(stack, {
      ...TWO_CONTAINERS,
      TaskRoleArn: role(stack, { Effect: 'Allow', Action: ['s3:GetObject*', 'ssmmessages:*'], Resource: '*' }).getAtt('Arn'),
    }),
  },
  {
    name: 'the wildcard denies',
    caught: false,
    app: (stack) => void fargateTask(stack, { ...TWO_CONTAINERS, TaskRoleArn: role(stack, { Effect: 'Deny', Action: 's3:*', Resource: '*' }).getAtt('Arn') }),
  },
  { name: 'the task has no role', caught: false, app: (stack) => void fargateTask(stack, TWO_CONTAINERS) },
  {
    name: 'the role comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { ...TWO_CONTAINERS, TaskRoleArn: parameter(stack) }),
  },
];
