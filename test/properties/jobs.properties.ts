import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration, TimeZone } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notSeconds, notWithin, options, seconds, variableName, word } from './support/scalars';
import type { Subject } from './support/subject';
import { EventJob, JobOverlap, OneOffTask, ScheduledJob, type JobProps } from '../../src';
import { secondsBetweenRuns } from '../../src/facts/schedule-expression';
import { IMAGE } from '../support/stacks';

type Plain = Omit<JobProps, 'task' | 'onFailure' | 'deadLetterQueue' | 'size' | 'containerName'> & { readonly notifies?: boolean };

interface ScheduledCase extends Plain {
  readonly expression: string;
  readonly overlaps?: boolean;
  readonly zone?: string;
  readonly flexibleMinutes?: number;
  /** No token: the alarm is made of it. */
  readonly within?: { readonly minutes: () => number };
  readonly enabled?: boolean;
}

interface EventCase extends Plain {
  readonly paths?: { readonly [name: string]: string };
}

const scheduled: Subject<ScheduledCase> = {
  build: (scope, id, { expression, overlaps, zone, notifies, flexibleMinutes, within, ...props }, { cluster, shared }, given) => {
    const task = new OneOffTask(given, 'Task', { ...shared, cluster, image: IMAGE });
    const onFailure = notifies ? new sns.Topic(given, 'Topic', { enforceSSL: true }) : undefined;
    new ScheduledJob(scope, id, {
      ...props,
      task,
      onFailure,
      schedule: scheduler.ScheduleExpression.expression(expression),
      flexibleWindow: flexibleMinutes === undefined ? undefined : Duration.minutes(flexibleMinutes),
      expectWithin: within && Duration.minutes(within.minutes()),
      timeZone: zone === undefined ? undefined : TimeZone.of(zone),
      overlap: overlaps === undefined ? undefined : overlaps ? JobOverlap.allow() : JobOverlap.skip(),
    });
  },
  holds: (resources, { overlaps = false, notifies = false, within, enabled = true }) => {
    const { Properties } = only(ofType(resources, 'AWS::Scheduler::Schedule'));
    expect(Properties).toMatchObject({ State: enabled ? 'ENABLED' : 'DISABLED', Target: { DeadLetterConfig: expect.anything() } });
    expect(ofType(resources, 'AWS::Events::Rule')).toHaveLength(notifies ? 1 : 0);
    for (const { Properties: alarm } of ofType(resources, 'AWS::CloudWatch::Alarm')) {
      expect(alarm.Period * alarm.EvaluationPeriods).toBe(within!.minutes() * 60);
    }
    const definition = JSON.stringify(only(ofType(resources, 'AWS::StepFunctions::StateMachine')));
    expect(definition).toContain('ecs:runTask.sync');
    expect(definition.includes('dynamodb:updateItem')).toBe(!overlaps);
  },
};

const onEvent: Subject<EventCase> = {
  build: (scope, id, { paths, notifies, ...props }, { cluster, shared }, given) => {
    const task = new OneOffTask(given, 'Task', { ...shared, cluster, image: IMAGE });
    const onFailure = notifies ? new sns.Topic(given, 'Topic', { enforceSSL: true }) : undefined;
    new EventJob(scope, id, { ...props, task, onFailure, eventPattern: { source: ['shop'] }, environmentFromEvent: paths });
  },
  holds: (resources, { notifies = false }) => {
    expect(ofType(resources, 'AWS::Events::Rule')).toHaveLength(notifies ? 2 : 1);
    expect(JSON.stringify(only(ofType(resources, 'AWS::StepFunctions::StateMachine')))).toContain('states:startExecution');
  },
};

const plain = {
  command: fc.array(word, { minLength: 1, maxLength: 4 }),
  environment: fc.dictionary(variableName, word, { maxKeys: 4 }),
  retries: fc.integer({ min: 0, max: 100 }),
  placementRetries: fc.integer({ min: 0, max: 100 }),
  notifies: fc.boolean(),
};
const timeout = seconds(1, 86400);
const expression = fc.oneof(
  fc.tuple(fc.integer({ min: 2, max: 999 }), fc.constantFrom('minutes', 'hours', 'days')).map(([every, unit]) => `rate(${every} ${unit})`),
  fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 })).map(([minute, hour]) => `cron(${minute} ${hour} * * ? *)`),
  fc.constantFrom('rate(1 hour)', 'at(2027-01-31T12:00:00)', 'cron(0/15 8-18 ? * MON-FRI *)'),
);
const within = fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 1, max: 168 }).map((hours) => hours * 60))
  .map((minutes) => ({ minutes: () => minutes }));

/** An alarm needs at least the time between two runs. */
function isInTime(one: string, alarm: ScheduledCase['within']): boolean {
  return alarm !== undefined && alarm.minutes() * 60 >= (secondsBetweenRuns(one) ?? 0);
}

const scheduledCases: fc.Arbitrary<ScheduledCase> = fc.tuple(expression, timeout, options<Omit<ScheduledCase, 'expression' | 'timeout'>>({
  ...plain,
  overlaps: fc.boolean(),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'UTC'),
  flexibleMinutes: fc.integer({ min: 1, max: 1440 }),
  enabled: fc.boolean(),
}), fc.option(within, { nil: undefined })).map(([one, time, rest, alarm]) => ({
  expression: one, timeout: time, within: isInTime(one, alarm) ? alarm : undefined, ...rest,
}));
const eventCases: fc.Arbitrary<EventCase> = fc.tuple(timeout, options<Omit<EventCase, 'timeout'>>(plain), fc.constantFrom<EventCase['paths'][]>(
  undefined, {}, { FROM_EVENT__KEY: '$.detail.object.key' }, { FROM_EVENT__FIRST: '$.resources[0]', FROM_EVENT__KIND: "$['detail-type']" },
)).map(([time, rest, paths]) => ({ timeout: time, paths, ...rest }));

const BROKEN: readonly Breakage<ScheduledCase & EventCase>[] = [
  sets('timeout', notSeconds(1, 31536000)),
  sets('retries', notWithin(0, 99999999)),
  sets('placementRetries', notWithin(0, 99999999)),
  (valid) => fc.constant({ rule: 'no command', one: { ...valid, command: [] }, says: ['command is empty'] }),
];
const BROKEN_SCHEDULE: readonly Breakage<ScheduledCase>[] = [
  (valid) => fc.constantFrom('rate(30 seconds)', 'rate(0 minutes)', 'cron(0 3 * * *)', 'cron(0 3 ? * ? *)', 'every day', 'at(tomorrow)').map((one) => ({
    rule: 'no schedule', one: { ...valid, expression: one }, says: ['schedule', one],
  })),
  (valid) => fc.constantFrom(0, 1441, 11520).map((flexibleMinutes) => ({
    rule: 'no window', one: { ...valid, flexibleMinutes }, says: ['flexibleWindow'],
  })),
  (valid) => fc.constantFrom(0.5, 1441, 11520).map((minutes) => ({
    rule: 'no time of an alarm', one: { ...valid, within: { minutes: () => minutes } }, says: ['expectWithin'],
  })),
  (valid) => fc.constantFrom('rate(2 hours)', 'rate(121 minutes)', 'rate(1 day)').map((one) => ({
    rule: 'an alarm between two runs', one: { ...valid, expression: one, within: { minutes: () => 119 } }, says: ['expectWithin is 119 minutes'],
  })),
];
const BROKEN_EVENT: readonly Breakage<EventCase>[] = [
  (valid) => fc.constantFrom('detail.key', '$', '$.detail.*', '$..key', '', '$.a[?(@.b)]').map((path) => ({
    rule: 'no path', one: { ...valid, paths: { KEY__PATH: path } }, says: ['environmentFromEvent.KEY__PATH'],
  })),
];

propertiesOf('ScheduledJob', scheduled, scheduledCases, [...BROKEN as readonly Breakage<ScheduledCase>[], ...BROKEN_SCHEDULE]);
propertiesOf('EventJob', onEvent, eventCases, [...BROKEN as readonly Breakage<EventCase>[], ...BROKEN_EVENT]);
