import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const COMPLETE = { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' };

function logging(stack: Stack, options: unknown, task: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, task, { LogConfiguration: { LogDriver: 'awslogs', Options: options } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are no options', caught: true, app: (stack) => logging(stack, undefined) },
  { name: 'the group is missing', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-group': undefined }) },
  { name: 'the region is missing', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-region': undefined }) },
  { name: 'the prefix is missing on Fargate', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-stream-prefix': undefined }) },
  { name: 'an option is of another driver', caught: true, app: (stack) => logging(stack, { ...COMPLETE, log_key: 'log' }) },
  { name: 'the stream is named', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-stream': 'app' }) },
  {
    name: 'a date and a pattern both begin an event',
    caught: true,
    app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^START' }),
  },
  { name: 'the size of the buffer is in words', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'non-blocking', 'max-buffer-size': '25 megabytes' }) },
  { name: 'the mode is misspelt', caught: true, app: (stack) => logging(stack, { ...COMPLETE, mode: 'nonblocking' }) },
  { name: 'the group is not created', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-create-group': 'false' }) },
  { name: 'the group is created if yes', caught: true, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-create-group': 'yes' }) },
  { name: 'there is a buffer without a use', caught: true, consequence: 'misbehaves', app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'blocking', 'max-buffer-size': '25m' }) },
  { name: 'the size of the buffer is in MiB', caught: false, app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'non-blocking', 'max-buffer-size': '25MiB' }) },
  { name: 'the size of the buffer is in bytes', caught: false, app: (stack) => logging(stack, { ...COMPLETE, 'max-buffer-size': 26214400, 'awslogs-create-group': true }) },
  { name: 'a parameter is the mode', caught: false, notChecked: true, app: (stack) => logging(stack, { ...COMPLETE, mode: parameter(stack) }) },
  { name: 'all are there', caught: false, app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'non-blocking', 'max-buffer-size': '25m' }) },
  { name: 'a value is not known', caught: false, app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-group': parameter(stack) }) },
  {
    name: 'there is no prefix on EC2',
    caught: false,
    app: (stack) => logging(stack, { ...COMPLETE, 'awslogs-stream-prefix': undefined }, { RequiresCompatibilities: ['EC2'] }),
  },
  {
    name: 'the driver is another',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch' } } }),
  },
  {
    name: 'a parameter decides whether it runs on Fargate',
    caught: false,
    notChecked: true,
    app: (stack) => {
      logging(stack, { ...COMPLETE, 'awslogs-stream-prefix': undefined }, { RequiresCompatibilities: [parameter(stack)] });
    },
  },
  { name: 'there is a buffer in the mode that blocks', caught: true, consequence: 'misbehaves', app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'blocking', 'max-buffer-size': '25m' }) },
  { name: 'there is a buffer in the mode that does not block', caught: false, app: (stack) => logging(stack, { ...COMPLETE, 'mode': 'non-blocking', 'max-buffer-size': '25m' }) },
  {
    name: 'a parameter decides the driver',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, {}, { LogConfiguration: { LogDriver: parameter(stack) } }),
  },
];
