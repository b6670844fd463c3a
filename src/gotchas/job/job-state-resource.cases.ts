import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const calls = (Resource: unknown): GotchaCase['app'] => (stack) => void workflow(stack, { Resource });

export const cases: readonly GotchaCase[] = [
  { name: 'the pattern is misspelled', caught: true, app: calls('arn:aws:states:::ecs:runTask.synch') },
  { name: 'the pattern has other letters', caught: true, app: calls('arn:aws:states:::ecs:runTask.waitForTasktoken') },
  { name: 'the pattern has the version of another service', caught: true, app: calls('arn:aws:states:::ecs:runTask.sync:2') },
  { name: 'the action has a capital letter', caught: true, app: calls('arn:aws:states:::ecs:RunTask.sync') },
  { name: 'the action is in the plural', caught: true, app: calls('arn:aws:states:::ecs:runTasks') },
  { name: 'a call by the SDK waits', caught: true, app: calls('arn:aws:states:::aws-sdk:ecs:runTask.sync') },
  { name: 'the partition is a reference', caught: true, app: calls({ 'Fn::Sub': 'arn:${AWS::Partition}:states:::ecs:runTask.Sync' }) },
  { name: 'the state waits for the task', caught: false, app: calls('arn:aws:states:::ecs:runTask.sync') },
  { name: 'the state waits for a token', caught: false, app: calls('arn:aws:states:::ecs:runTask.waitForTaskToken') },
  { name: 'the state goes on', caught: false, app: calls('arn:aws-cn:states:::ecs:runTask') },
  { name: 'a call by the SDK goes on', caught: false, app: calls('arn:aws:states:::aws-sdk:ecs:runTask') },
  { name: 'the launcher is a rule', caught: false, app: (stack) => void nightlyRule(stack) },
];
