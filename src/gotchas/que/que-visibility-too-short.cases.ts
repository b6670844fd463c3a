import type { Stack } from 'aws-cdk-lib/core';
import { consumer, OTHER_QUEUE, queue } from './queue-app.cases';
import { fargateTask, parameter, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function worker(stack: Stack, queueProperties: Readonly<Record<string, unknown>>, container: Readonly<Record<string, unknown>> = {}): void {
  consumer(stack, queue(stack, queueProperties), container);
}

export const cases: readonly GotchaCase[] = [
  { name: 'a container has 120 s to stop, and the queue the default of 30 s', caught: true, consequence: 'risk', app: (stack) => worker(stack, {}, { StopTimeout: 120 }) },
  { name: 'the queue hides messages for 10 s', caught: true, consequence: 'risk', app: (stack) => worker(stack, { VisibilityTimeout: 10 }) },
  {
    name: 'any queue is allowed, and the environment names this one',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const url = { Ref: queue(stack, { VisibilityTimeout: 5 }) && 'Queue' };
      const any = role(stack, { Effect: 'Allow', Action: 'sqs:*', Resource: '*' });
      const task = fargateTask(stack, { TaskRoleArn: { 'Fn::GetAtt': [any.logicalId, 'Arn'] } }, { Environment: [{ Name: 'QUEUE_URL', Value: url }] });
      service(stack, { TaskDefinition: task.ref });
    },
  },
  { name: 'both have their defaults', caught: false, app: (stack) => worker(stack, {}) },
  { name: 'the queue hides messages for longer', caught: false, app: (stack) => worker(stack, { VisibilityTimeout: 300 }, { StopTimeout: 120 }) },
  { name: 'the service receives from another queue', caught: false, app: (stack) => { queue(stack, { VisibilityTimeout: 5 }); consumer(stack, OTHER_QUEUE); } },
  {
    name: 'the service only sends',
    caught: false,
    app: (stack) => {
      const arn = queue(stack, { VisibilityTimeout: 5 });
      const sender = role(stack, { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn });
      service(stack, { TaskDefinition: fargateTask(stack, { TaskRoleArn: { 'Fn::GetAtt': [sender.logicalId, 'Arn'] } }).ref });
    },
  },
  { name: 'a parameter decides the visibility timeout', caught: false, notChecked: true, app: (stack) => worker(stack, { VisibilityTimeout: parameter(stack) }) },
];
