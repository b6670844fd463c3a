import { fargateTask, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

export const cases: readonly GotchaCase[] = [
  { name: 'a rule has no dead-letter queue', caught: true, app: (stack) => void nightlyRule(stack, { DeadLetterConfig: undefined }) },
  {
    name: 'a schedule has none',
    caught: true,
    app: (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: 'cluster', RoleArn: 'role', RetryPolicy: { MaximumRetryAttempts: 3 }, EcsParameters: { TaskDefinitionArn: fargateTask(stack).ref } },
    }),
  },
  { name: 'a rule has one', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'a state machine sees failures by itself', caught: false, app: (stack) => void workflow(stack) },
  {
    name: 'a condition decides it',
    caught: false,
    notChecked: true,
    app: (stack) => void nightlyRule(stack, { DeadLetterConfig: { 'Fn::If': ['HasQueue', { Arn: 'arn:aws:sqs:eu-west-1:111122223333:dead' }, { Ref: 'AWS::NoValue' }] } }),
  },
];
