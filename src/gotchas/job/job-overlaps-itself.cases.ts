import type { Stack } from 'aws-cdk-lib/core';
import { resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { workflow } from '../fixtures/task-launches';

function every(stack: Stack, expression: unknown, seconds: number, machine: Readonly<Record<string, unknown>> = {}): void {
  const target = workflow(stack, { TimeoutSeconds: seconds }, machine).ref;
  resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
    ScheduleExpression: expression, FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: target, RoleArn: 'role' },
  });
}

const LOCK = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: { ConditionExpression: 'attribute_not_exists(job)' }, Next: 'Run' };
const COUNT = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:listExecutions', Parameters: { StatusFilter: 'RUNNING' }, Next: 'Run' };
const RUN = { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', TimeoutSeconds: 3600, End: true, Parameters: { TaskDefinition: 'report' } };

export const cases: readonly GotchaCase[] = [
  { name: 'a run may take an hour and starts every five minutes', caught: true, app: (stack) => every(stack, 'rate(5 minutes)', 3600) },
  { name: 'by a cron expression', caught: true, app: (stack) => every(stack, 'cron(0/10 * * * ? *)', 3600) },
  {
    name: 'a rule starts it',
    caught: true,
    app: (stack) => {
      const target = workflow(stack, { TimeoutSeconds: 7200 }).ref;
      resource(stack, 'Rule', 'AWS::Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'it', Arn: target, RoleArn: 'role' }] });
    },
  },
  {
    name: 'the first of two schedules is more frequent than a run',
    caught: true,
    app: (stack) => {
      const Arn = workflow(stack, { TimeoutSeconds: 3600 }).ref;
      for (const [index, expression] of ['rate(5 minutes)', 'rate(1 day)'].entries()) {
        resource(stack, `Schedule${index}`, 'AWS::Scheduler::Schedule', {
          ScheduleExpression: expression, FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn, RoleArn: 'role' },
        });
      }
    },
  },
  { name: 'a run ends before the next', caught: false, app: (stack) => every(stack, 'rate(1 hour)', 3600) },
  { name: 'it runs once a day', caught: false, app: (stack) => every(stack, 'cron(0 3 * * ? *)', 7200) },
  { name: 'no schedule starts it', caught: false, app: (stack) => void workflow(stack) },
  {
    name: 'a lock keeps runs apart',
    caught: false,
    app: (stack) => every(stack, 'rate(5 minutes)', 3600, { Definition: { StartAt: 'Lock', States: { Lock: LOCK, Run: RUN } } }),
  },
  {
    name: 'a state lists the executions that are not over',
    caught: false,
    app: (stack) => every(stack, 'rate(5 minutes)', 3600, { Definition: { StartAt: 'Count', States: { Count: COUNT, Run: RUN } } }),
  },
  { name: 'a parameter has the schedule', caught: false, notChecked: true, app: (stack) => every(stack, { 'Fn::ImportValue': 'Schedule' }, 3600) },
];
