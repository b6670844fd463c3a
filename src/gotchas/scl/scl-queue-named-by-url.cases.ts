import type { Stack } from 'aws-cdk-lib/core';
import { CPU, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const queue = (stack: Stack) => resource(stack, 'Queue', 'AWS::SQS::Queue', {});

function messages(value: unknown, name = 'QueueName'): Readonly<Record<string, unknown>> {
  return { MetricName: 'ApproximateNumberOfMessagesVisible', Namespace: 'AWS/SQS', Dimensions: [{ Name: name, Value: value }] };
}

function perTask(stack: Stack, value: unknown): void {
  tracking(stack, scalableTarget(stack), {
    CustomizedMetricSpecification: {
      Metrics: [{ Id: 'm', MetricStat: { Metric: messages(value), Stat: 'Sum' }, ReturnData: false }, { Id: 'e', Expression: 'm / 4', ReturnData: true }],
    },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the alarm of steps refers to the queue', caught: true, app: (stack) => void steps(stack, scalableTarget(stack), messages(queue(stack).ref)) },
  { name: 'a metric in an expression refers to the queue', caught: true, app: (stack) => perTask(stack, queue(stack).ref) },
  { name: 'the URL is a text', caught: true, app: (stack) => perTask(stack, 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs') },
  { name: 'it has the name of the queue', caught: false, app: (stack) => perTask(stack, queue(stack).getAtt('QueueName')) },
  { name: 'the name is a text', caught: false, app: (stack) => void steps(stack, scalableTarget(stack), messages('jobs')) },
  { name: 'a dimension of a metric of its own is a URL', caught: false, app: (stack) => void steps(stack, scalableTarget(stack), messages(queue(stack).ref, 'Url')) },
  { name: 'the CPU has a target', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'a parameter has the name', caught: false, notChecked: true, app: (stack) => perTask(stack, parameter(stack)) },
];
