import type { Stack } from 'aws-cdk-lib/core';
import { consumer, OTHER_QUEUE, queue } from './queue-app.cases';
import { fargateTask, parameter, resource, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function worker(stack: Stack, queueProperties: Readonly<Record<string, unknown>>, container: Readonly<Record<string, unknown>> = {}): void {
  consumer(stack, queue(stack, queueProperties), container);
}

/** A service whose task has a sidecar, and whose role allows to receive from a queue. */
function workerOf(stack: Stack, queueArn: unknown, container: Readonly<Record<string, unknown>>, sidecar: Readonly<Record<string, unknown>>): void {
  const receiver = role(stack, { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: queueArn });
  const task = fargateTask(stack, {
    TaskRoleArn: { 'Fn::GetAtt': [receiver.logicalId, 'Arn'] },
    ContainerDefinitions: [{ Name: 'app', Image: 'app', ...container }, { Name: 'sidecar', Image: 'sidecar', ...sidecar }],
  });
  service(stack, { TaskDefinition: task.ref });
}

/** Services for slow and for quick work, each with its queue in the environment, and with one task role that has a permission. */
function workersOfOneRole(stack: Stack, action: string, anyQueue: boolean, slowQueue: Readonly<Record<string, unknown>>): void {
  const queues = { Slow: queue(stack, slowQueue, 'SlowQueue'), Quick: queue(stack, { VisibilityTimeout: 10 }, 'QuickQueue') };
  const shared = role(stack, { Effect: 'Allow', Action: action, Resource: anyQueue ? '*' : Object.values(queues) });
  for (const [id, stopTimeout] of [['Slow', 120], ['Quick', 5]] as const) {
    const task = resource(stack, `${id}Task`, 'AWS::ECS::TaskDefinition', {
      TaskRoleArn: { 'Fn::GetAtt': [shared.logicalId, 'Arn'] },
      ContainerDefinitions: [{ Name: 'app', Image: 'app', StopTimeout: stopTimeout, Environment: [{ Name: 'QUEUE_URL', Value: { Ref: `${id}Queue` } }] }],
    });
    resource(stack, id, 'AWS::ECS::Service', { TaskDefinition: task.ref });
  }
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
  {
    name: 'a service that shares its task role has the queue in its environment',
    caught: true,
    consequence: 'risk',
    app: (stack) => workersOfOneRole(stack, 'sqs:ReceiveMessage', false, { VisibilityTimeout: 60 }),
  },
  {
    name: 'a task role that services share allows any queue',
    caught: true,
    consequence: 'risk',
    app: (stack) => workersOfOneRole(stack, 'sqs:*', true, { VisibilityTimeout: 60 }),
  },
  {
    name: 'another service with the same task role has more time to stop',
    caught: false,
    app: (stack) => workersOfOneRole(stack, 'sqs:ReceiveMessage', false, { VisibilityTimeout: 300 }),
  },
  {
    name: 'services with one task role send to the queues in their environment',
    caught: false,
    app: (stack) => workersOfOneRole(stack, 'sqs:SendMessage', false, { VisibilityTimeout: 60 }),
  },
  {
    name: 'a sidecar has less time to stop than the container with the queue in its environment',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const arn = queue(stack, { VisibilityTimeout: 60 });
      workerOf(stack, arn, { StopTimeout: 120, Environment: [{ Name: 'QUEUE_URL', Value: { Ref: 'Queue' } }] }, { StopTimeout: 2 });
    },
  },
  {
    name: 'a container that is not essential has less time to stop than the essential one',
    caught: true,
    consequence: 'risk',
    app: (stack) => workerOf(stack, queue(stack, { VisibilityTimeout: 60 }), { StopTimeout: 120 }, { StopTimeout: 2, Essential: false }),
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
