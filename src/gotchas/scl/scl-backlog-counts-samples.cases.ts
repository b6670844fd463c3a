import type { Stack } from 'aws-cdk-lib/core';
import { scalableTarget, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Change {
  readonly statistic?: string;
  readonly namespace?: string;
  readonly measured?: unknown;
}

function backlog(stack: Stack, expression: string, { statistic = 'SampleCount', namespace = 'AWS/ECS', measured = 'CPUUtilization' }: Change = {}): void {
  const target = scalableTarget(stack, {}, { Monitoring: { MetricConfigurations: [{ MetricNames: [measured], ResolutionSeconds: 20 }] } });
  tracking(stack, target, {
    CustomizedMetricSpecification: {
      Metrics: [
        { Id: 'messages', ReturnData: false, MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' }, Stat: 'Sum' } },
        { Id: 'tasks', ReturnData: false, MetricStat: { Metric: { Namespace: namespace, MetricName: 'CPUUtilization' }, Stat: statistic } },
        { Id: 'backlog', Expression: expression, ReturnData: true },
      ],
    },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'messages are divided by samples', caught: true, app: (stack) => backlog(stack, 'messages / tasks') },
  { name: 'the samples are a part of what divides', caught: true, app: (stack) => backlog(stack, 'messages / (tasks + 1)') },
  { name: 'one of two places is divided by three', caught: true, app: (stack) => backlog(stack, 'messages / (tasks / 3) + 1 / tasks') },
  { name: 'the samples are divided by three', caught: false, app: (stack) => backlog(stack, 'messages / (tasks / 3)') },
  { name: 'they only show if a task runs', caught: false, app: (stack) => backlog(stack, 'IF(tasks < 1, messages)') },
  { name: 'memory is what is measured often', caught: false, app: (stack) => backlog(stack, 'messages / tasks', { measured: 'MemoryUtilization' }) },
  { name: 'it is an average', caught: false, app: (stack) => backlog(stack, 'messages / tasks', { statistic: 'Average' }) },
  { name: 'it is a metric of Container Insights', caught: false, app: (stack) => backlog(stack, 'messages / tasks', { namespace: 'ECS/ContainerInsights' }) },
  { name: 'a parameter decides the statistic', caught: false, notChecked: true, app: (stack) => backlog(stack, 'messages / tasks', { statistic: parameter(stack) }) },
];
