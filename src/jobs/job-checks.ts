import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Duration } from 'aws-cdk-lib/core';
import type { JobProps } from './job-props';
import { checkDeadLetters, checkState, checkTimeout } from './run-checks';
import type { ScheduledJobProps } from './scheduled-job-props';
import { checkMinutes } from '../checks/arguments';
import { isOpen } from '../checks/open-value';
import { scheduleFault, secondsBetweenRuns } from '../facts/schedule-expression';
import { refuse } from '../gotchas/enforce';
import { isFifoTopic } from '../queues/known-topic';
import { checkKind } from '../checks/check-kind';

const SCHEDULE_DOCS = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html';
const ZONE_DOCS = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#time-zones';
const ALARM_DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html';
const DAY = 1440;
const WEEK = 7 * DAY;

/** Throws for a job that can't run its task. */
export function checkJob(at: string, props: JobProps): void {
  checkKind(at, 'task', props.task, '_placement', 'a OneOffTask');
  checkKind(at, 'onFailure', props.onFailure, 'topicArn', 'an sns.ITopic');
  checkKind(at, 'deadLetterQueue', props.deadLetterQueue, 'queueArn', 'an sqs.IQueue');
  checkNotice(at, props.onFailure);
  checkDeadLetters(at, props.deadLetterQueue);
  checkTimeout(at, 'timeout', props.timeout);
  checkState(at, props);
  props.task._checkRun(at, props);
}

function checkNotice(at: string, topic: sns.ITopic | undefined): void {
  if (!topic || isFifoTopic(topic) !== true) return;
  refuse({
    headline: 'onFailure is a FIFO topic, to which an event rule sends nothing without a message group, and an alarm nothing at all',
    at,
    property: 'onFailure',
    fix: 'use a standard topic',
    docs: 'https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html',
  });
}

/** Throws for a schedule that EventBridge Scheduler refuses. */
export function checkSchedule(at: string, { schedule, timeZone, flexibleWindow, expectWithin }: ScheduledJobProps): void {
  checkKind(at, 'schedule', schedule, 'expressionString', 'a ScheduleExpression: ScheduleExpression.rate(Duration.hours(1))');
  const { expressionString: expression } = schedule;
  const fault = isOpen(expression) ? undefined : scheduleFault(expression);
  if (fault) {
    refuse({ headline: `schedule (${expression}) ${fault}`, at, property: 'schedule', fix: 'use ScheduleExpression.cron, rate or at', docs: SCHEDULE_DOCS });
  }
  checkZones(at, schedule.timeZone?.timezoneName, timeZone?.timezoneName);
  checkMinutes(at, 'flexibleWindow', flexibleWindow, { min: 1, max: DAY, docs: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html' });
  checkExpected(at, expectWithin);
  checkBetweenRuns(at, expression, expectWithin);
}

/** UTC is what a schedule has by itself. */
function checkZones(at: string, ofSchedule: string | undefined, timeZone: string | undefined): void {
  if (timeZone === undefined || ofSchedule === undefined || ofSchedule === 'Etc/UTC' || ofSchedule === timeZone) return;
  refuse({
    headline: `timeZone is ${timeZone}, and schedule is in ${ofSchedule}`, at, property: 'timeZone', fix: 'leave out one of the two', docs: ZONE_DOCS,
  });
}

/** An alarm that expects runs more often than the schedule has them fires between any two. */
function checkBetweenRuns(at: string, expression: string, within: Duration | undefined): void {
  const between = isOpen(expression) ? undefined : secondsBetweenRuns(expression);
  if (within === undefined || between === undefined || within.toSeconds() >= between) return;
  refuse({
    headline: `expectWithin is ${within.toMinutes()} minutes, and the schedule has a run every ${between / 60} minutes`,
    at,
    property: 'expectWithin',
    why: 'The alarm would fire between any two runs.',
    fix: 'set expectWithin to the time between two runs, and the time that a run takes',
    docs: ALARM_DOCS,
  });
}

function checkExpected(at: string, within: Duration | undefined): void {
  if (within === undefined) return;
  if (within.isUnresolved?.()) {
    refuse({ headline: 'expectWithin is a token, it must be known at synthesis', at, property: 'expectWithin', fix: 'write the time as a number', docs: ALARM_DOCS });
  }
  checkMinutes(at, 'expectWithin', within, { min: 1, max: WEEK, docs: ALARM_DOCS });
  const minutes = within.toMinutes();
  if (minutes <= DAY || minutes % 60 === 0) return;
  refuse({
    headline: `expectWithin is ${minutes} minutes, above one day it must be whole hours`,
    at,
    property: 'expectWithin',
    fix: `set expectWithin to ${Math.ceil(minutes / 60)} hours`,
    docs: ALARM_DOCS,
  });
}
