import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function allowed(stack: Stack, action: unknown, on: unknown): void {
  fargateTask(stack, { TaskRoleArn: role(stack, { Effect: 'Allow', Action: action, Resource: on }).getAtt('Arn') });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it reads every object of the account', caught: true, app: (stack) => allowed(stack, 's3:GetObject', '*') },
  { name: 'it may do everything', caught: true, app: (stack) => allowed(stack, '*', ['*']) },
  {
    name: 'a policy beside the role allows it',
    caught: true,
    app: (stack) => {
      const taskRole = role(stack);
      resource(stack, 'Policy', 'AWS::IAM::Policy', {
        PolicyName: 'more', Roles: [taskRole.ref], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] },
      });
      fargateTask(stack, { TaskRoleArn: taskRole.getAtt('Arn') });
    },
  },
  { name: 'it reads one bucket', caught: false, app: (stack) => allowed(stack, 's3:GetObject', 'arn:aws:s3:::orders/*') },
  {
    name: 'the actions take no resource',
    caught: false,
    app: (stack) => allowed(stack, ['ssmmessages:OpenDataChannel', 'cloudwatch:PutMetricData', 'xray:PutTraceSegments', 'ec2:DescribeInstances'], '*'),
  },
  { name: 'the task has no role', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: parameter(stack) }) },
];
