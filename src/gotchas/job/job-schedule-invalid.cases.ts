import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule } from '../fixtures/task-launches';
import { scalableTarget } from '../scl/scaled-service.cases';

function rule(properties: Readonly<Record<string, unknown>>): GotchaCase['app'] {
  return (stack) => {
    const made = nightlyRule(stack);
    for (const [name, value] of Object.entries(properties)) made.addPropertyOverride(name, value);
  };
}

const action = (Schedule: unknown, Timezone?: string) => (stack: Stack) => void scalableTarget(stack, {
  ScheduledActions: [{ ScheduledActionName: 'morning', Schedule, Timezone, ScalableTargetAction: { MinCapacity: 4 } }],
});

function group(Recurrence: string): GotchaCase['app'] {
  return (stack) => {
    const { ref } = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { MinSize: '0', MaxSize: '4' });
    resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: ref } });
    resource(stack, 'Night', 'AWS::AutoScaling::ScheduledAction', { AutoScalingGroupName: ref, Recurrence, MinSize: 0 });
  };
}

function schedule(ScheduleExpression: string, ScheduleExpressionTimezone?: string, more: Readonly<Record<string, unknown>> = {}): GotchaCase['app'] {
  const EcsParameters = { TaskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/clean-up:1', LaunchType: 'FARGATE' };
  return (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
    ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: 'shop', RoleArn: 'role', EcsParameters }, ...more,
  });
}

const DAILY = 'cron(0 3 * * ? *)';

export const cases: readonly GotchaCase[] = [
  { name: 'a rule has five fields', caught: true, app: rule({ ScheduleExpression: 'cron(0 3 * * *)' }) },
  { name: 'a rule has an asterisk for both days', caught: true, app: rule({ ScheduleExpression: 'cron(0 3 * * * *)' }) },
  { name: 'a rule has one minute in the plural', caught: true, app: rule({ ScheduleExpression: 'rate(1 minutes)' }) },
  { name: 'a rule has five minutes in the singular', caught: true, app: rule({ ScheduleExpression: 'rate(5 minute)' }) },
  { name: 'a rule runs once', caught: true, app: rule({ ScheduleExpression: 'at(2030-01-01T00:00:00)' }) },
  { name: 'a rule has hour 24', caught: true, app: rule({ ScheduleExpression: 'cron(0 24 * * ? *)' }) },
  { name: 'a rule counts Sunday as 0', caught: true, app: rule({ ScheduleExpression: 'cron(0 3 ? * 0 *)' }) },
  { name: 'a rule has seconds', caught: true, app: rule({ ScheduleExpression: 'rate(30 seconds)' }) },
  { name: 'a rule with a schedule is on a custom event bus', caught: true, app: rule({ EventBusName: 'orders' }) },
  { name: 'a schedule has a time zone that is none', caught: true, app: schedule('cron(0 3 * * ? *)', 'Europe/Munich') },
  { name: 'a schedule has an offset', caught: true, app: schedule('cron(0 3 * * ? *)', '+02:00') },
  { name: 'a scheduled action has five fields', caught: true, app: action('cron(0 8 * * MON-FRI)') },
  { name: 'a scheduled action has a time zone that is none', caught: true, app: action('cron(0 8 ? * MON-FRI *)', 'CEST') },
  { name: 'an Auto Scaling group has six fields', caught: true, app: group('cron(0 8 * * ? *)') },
  { name: 'an Auto Scaling group has month 13', caught: true, app: group('0 8 1 13 *') },
  { name: 'a schedule ends before it starts', caught: true, app: schedule(DAILY, undefined, { StartDate: '2026-12-01T00:00:00Z', EndDate: '2026-11-01T00:00:00Z' }) },
  { name: 'a flexible window has no length', caught: true, app: schedule(DAILY, undefined, { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }) },
  { name: 'a flexible window takes two days', caught: true, app: schedule(DAILY, undefined, { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 2880 } }) },
  { name: 'a schedule has a season', caught: false, app: schedule(DAILY, undefined, { StartDate: '2026-11-01T00:00:00Z', EndDate: '2026-12-01T00:00:00+01:00' }) },
  { name: 'a schedule has a flexible window', caught: false, app: schedule(DAILY, undefined, { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 } }) },
  { name: 'a rule runs at three', caught: false, app: rule({ ScheduleExpression: 'cron(0 3 * * ? *)' }) },
  { name: 'a rule runs on the last Friday', caught: false, app: rule({ ScheduleExpression: 'cron(0/15 8-17 ? JAN-JUN 6L 2026-2030)' }) },
  { name: 'a rule runs on the second Monday', caught: false, app: rule({ ScheduleExpression: 'cron(0 3 ? * MON#2 *)' }) },
  { name: 'a rule runs on the last weekday', caught: false, app: rule({ ScheduleExpression: 'cron(*/10 3 LW * ? *)' }) },
  { name: 'a rule is for events of a bus', caught: false, app: rule({ ScheduleExpression: undefined, EventBusName: 'orders', EventPattern: { source: ['orders'] } }) },
  { name: 'a schedule runs once', caught: false, app: schedule('at(2030-01-01T00:00:00)', 'America/New_York') },
  { name: 'a scheduled action is on weekdays', caught: false, app: action('cron(0 8 ? * MON-FRI *)', 'Europe/Berlin') },
  { name: 'an Auto Scaling group has five fields', caught: false, app: group('0 8 * * 1-5') },
  { name: 'a parameter is the schedule', caught: false, notChecked: true, app: (stack) => rule({ ScheduleExpression: parameter(stack) })(stack) },
];
