import type { Stack } from 'aws-cdk-lib/core';
import { CPU, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function queries(...expressions: readonly unknown[]): readonly object[] {
  return [
    ...['m1', 'm2'].map((id) => ({
      Id: id, ReturnData: false, MetricStat: { Metric: { Namespace: 'Shop', MetricName: id }, Stat: 'Sum', Period: 60 },
    })),
    ...expressions.map((Expression, index) => ({ Id: `e${index + 1}`, Expression, ReturnData: index === expressions.length - 1 })),
  ];
}

function tracked(stack: Stack, ...expressions: readonly unknown[]): void {
  tracking(stack, scalableTarget(stack), { CustomizedMetricSpecification: { Metrics: queries(...expressions) } });
}

function stepped(stack: Stack, expression: unknown, alarm: object = {}): void {
  steps(stack, scalableTarget(stack), { Metrics: queries(expression), ...alarm });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a policy tracks a sum of filled series', caught: true, app: (stack) => tracked(stack, 'FILL(m1, 0) + FILL(m2, 0)') },
  { name: 'a policy tracks what repeats the last value', caught: true, app: (stack) => tracked(stack, 'FILL(m1, REPEAT)') },
  { name: 'an expression that another one uses fills', caught: true, app: (stack) => tracked(stack, 'FILL(m1, 1)', 'm2 / e1') },
  { name: 'the alarm of steps fills, with all points to alarm', caught: true, app: (stack) => stepped(stack, 'FILL(m1, 0)', { EvaluationPeriods: 3 }) },
  { name: 'the largest of one series', caught: true, app: (stack) => tracked(stack, 'm1 / MAX(m1)') },
  { name: 'the average of an expression over one series', caught: true, app: (stack) => tracked(stack, 'm1 * 2', 'm1 - AVG(e1)') },
  { name: 'the sum of what two series make', caught: true, app: (stack) => stepped(stack, 'm1 - SUM(-m1 + ABS(m2))') },
  { name: 'a policy tracks a plain sum', caught: false, app: (stack) => tracked(stack, 'm1 + m2') },
  { name: 'the larger of two series', caught: false, app: (stack) => tracked(stack, 'MAX([m1, m2])') },
  { name: 'the sum of all metrics', caught: false, app: (stack) => tracked(stack, 'SUM(METRICS())') },
  { name: 'the sum of an array by its id', caught: false, app: (stack) => tracked(stack, 'METRICS("m")', 'SUM(e1)') },
  { name: 'an alarm fills, and two of three points are enough', caught: false, app: (stack) => stepped(stack, 'FILL(m1, 0)', { EvaluationPeriods: 3, DatapointsToAlarm: 2 }) },
  { name: 'the metric has no math', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'the query is none of metric math', caught: false, app: (stack) => tracked(stack, 'SELECT MAX(FILL) FROM "AWS/ECS"') },
  { name: 'a parameter decides the expression', caught: false, notChecked: true, app: (stack) => tracked(stack, parameter(stack)) },
  { name: 'a parameter decides how many points alarm', caught: false, notChecked: true, app: (stack) => stepped(stack, 'FILL(m1, 0)', { DatapointsToAlarm: parameter(stack, 'Given', 'Number') }) },
];
