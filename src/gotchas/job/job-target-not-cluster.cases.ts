import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const SCHEDULE = { ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'OFF' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the target is the task definition', caught: true, app: (stack) => void nightlyRule(stack, { Arn: { Ref: 'Task' } }) },
  { name: 'the target is a service', caught: true, app: (stack) => void nightlyRule(stack, { Arn: service(stack).ref }) },
  { name: 'the target is the name of a cluster', caught: true, app: (stack) => void nightlyRule(stack, { Arn: 'shop' }) },
  { name: 'the task definition is a service', caught: true, app: (stack) => void nightlyRule(stack, {}, { TaskDefinitionArn: service(stack).ref }) },
  { name: 'the task definition is a family', caught: true, app: (stack) => void nightlyRule(stack, {}, { TaskDefinitionArn: 'clean-up' }) },
  {
    name: 'the target is a cluster without a task',
    caught: true,
    app: (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
      ...SCHEDULE, Target: { Arn: { 'Fn::GetAtt': [resource(stack, 'Cluster', 'AWS::ECS::Cluster', {}).logicalId, 'Arn'] }, RoleArn: 'role' },
    }),
  },
  { name: 'both are ARNs', caught: false, app: (stack) => void nightlyRule(stack) },
  {
    name: 'both are written as ARNs',
    caught: false,
    app: (stack) => void nightlyRule(
      stack,
      { Arn: { 'Fn::Sub': 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/shop' } },
      { TaskDefinitionArn: { 'Fn::Sub': 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/clean-up' } },
    ),
  },
  { name: 'a state has the name of a cluster', caught: false, app: (stack) => void workflow(stack) },
  {
    name: 'a schedule calls RunTask by name',
    caught: false,
    app: (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
      ...SCHEDULE,
      Target: { Arn: 'arn:aws:scheduler:::aws-sdk:ecs:runTask', RoleArn: 'role', Input: JSON.stringify({ Cluster: 'shop', TaskDefinition: 'clean-up:3' }) },
    }),
  },
  { name: 'a parameter is the cluster', caught: false, notChecked: true, app: (stack) => void nightlyRule(stack, { Arn: parameter(stack) }) },
];
