import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

function schedule(stack: Stack, target: Readonly<Record<string, unknown>>): void {
  resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'OFF' }, Target: { RoleArn: 'arn:aws:iam::111122223333:role/scheduler', ...target },
  });
}

const byCluster = (stack: Stack, TaskCount: unknown) => schedule(stack, {
  Arn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', EcsParameters: { TaskDefinitionArn: fargateTask(stack).ref, TaskCount },
});
const byCall = (stack: Stack, Count: number) => schedule(stack, {
  Arn: 'arn:aws:scheduler:::aws-sdk:ecs:runTask', Input: JSON.stringify({ Cluster: 'shop', TaskDefinition: 'clean-up', Count }),
});

export const cases: readonly GotchaCase[] = [
  { name: 'a schedule starts 11 tasks', caught: true, app: (stack) => byCluster(stack, 11) },
  { name: 'a call of a schedule does', caught: true, app: (stack) => byCall(stack, 11) },
  { name: 'a state does', caught: true, app: (stack) => void workflow(stack, {}, {}, { Count: 11 }) },
  { name: 'a rule does', caught: true, consequence: 'misbehaves', app: (stack) => void nightlyRule(stack, {}, { TaskCount: 11 }) },
  { name: 'a schedule starts 10 tasks', caught: false, app: (stack) => byCluster(stack, 10) },
  { name: 'a call of a schedule does that', caught: false, app: (stack) => byCall(stack, 10) },
  { name: 'a state does that', caught: false, app: (stack) => void workflow(stack, {}, {}, { Count: 10 }) },
  { name: 'no number is set', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'the input of a state has the number', caught: false, notChecked: true, app: (stack) => void workflow(stack, {}, {}, { 'Count.$': '$.count' }) },
  { name: 'a parameter is the number', caught: false, notChecked: true, app: (stack) => byCluster(stack, parameter(stack)) },
];
