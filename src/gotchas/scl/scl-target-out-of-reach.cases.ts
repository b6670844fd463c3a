import type { Stack } from 'aws-cdk-lib/core';
import { CPU, MEMORY, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function keptAt(stack: Stack, target: unknown, metric: Properties = CPU, ofService: Properties = {}): void {
  tracking(stack, scalableTarget(stack, {}, ofService), { ...metric, TargetValue: target });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the target is 150 percent of the CPU', caught: true, app: (stack) => keptAt(stack, 150) },
  { name: 'the target is 101 percent of the memory', caught: true, app: (stack) => keptAt(stack, 101, MEMORY) },
  { name: 'the target is none of the CPU', caught: true, consequence: 'rejected', app: (stack) => keptAt(stack, 0) },
  { name: 'the target is in parts of one', caught: true, consequence: 'misbehaves', app: (stack) => keptAt(stack, 0.7) },
  { name: 'instances may have CPU to spare', caught: true, consequence: 'risk', app: (stack) => keptAt(stack, 150, CPU, { LaunchType: 'EC2' }) },
  { name: 'the target is 70 percent', caught: false, app: (stack) => keptAt(stack, 70) },
  { name: 'the target is 100 percent', caught: false, app: (stack) => keptAt(stack, 100) },
  { name: 'the target is 1000 requests', caught: false, app: (stack) => keptAt(stack, 1000, predefined('ALBRequestCountPerTarget', 'app/shop/1/targetgroup/shop/2')) },
  {
    name: 'the target is half a message of a queue',
    caught: false,
    app: (stack) => keptAt(stack, 0.5, { CustomizedMetricSpecification: { MetricName: 'BacklogPerTask', Namespace: 'Shop', Statistic: 'Average' } }),
  },
  { name: 'a parameter decides the target', caught: false, notChecked: true, app: (stack) => keptAt(stack, parameter(stack)) },
];
