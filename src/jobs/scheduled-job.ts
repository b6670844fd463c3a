import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Names, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { notifyOfFailures } from './failure-notice';
import { checkJob, checkSchedule } from './job-checks';
import { jobLocksOf } from './job-locks';
import { jobMachine, jobStates } from './job-machine';
import type { OneOffTask } from './one-off-task';
import { allowReadingExecutions } from './own-executions';
import type { ScheduledJobProps } from './scheduled-job-props';
import { allowCounting, countSuccess, successAlarm } from './success-alarm';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { newDeadLetterQueue } from '../queues/new-queue';
import { checkItself } from '../rules/self-check';

/**
 * A task that runs on a schedule, under the eyes of a state machine.
 *
 * EventBridge Scheduler starts a state machine, which starts the task and waits for its end. A run fails if the main container ends
 * with another exit code than 0 or takes longer than `timeout`. Starts for which ECS has no room are tried again, apart from retries of
 * the work. A start that fails for good is a message in `deadLetterQueue`.
 *
 * Input of a run is `scheduledTime`: `sfn.JsonPath.stringAt('$.scheduledTime')` in `command` or `environment`.
 * To run the job by hand, start an execution of the state machine with an object as input.
 *
 * @example
 * const task = new OneOffTask(this, 'Report', { cluster, image, command: ['npm', 'run', 'report'] });
 * new ScheduledJob(this, 'NightlyReport', {
 *   task,
 *   schedule: scheduler.ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN }),
 *   timeout: Duration.hours(1),
 *   onFailure: topic,
 *   expectWithin: Duration.hours(26),
 * });
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html
 */
export class ScheduledJob extends Construct {
  /**
   * The task that does the work.
   */
  public readonly task: OneOffTask;

  /**
   * The state machine of the job; an execution is a run.
   */
  public readonly stateMachine: sfn.StateMachine;

  /**
   * The schedule that starts the state machine.
   */
  public readonly schedule: scheduler.Schedule;

  /**
   * The queue for starts that failed.
   */
  public readonly deadLetterQueue: sqs.IQueue;

  /**
   * The table with the locks of all jobs of the stack; `undefined` for a job that may overlap itself.
   */
  public readonly locks?: dynamodb.ITable;

  /**
   * The rule that sends a message about each run that fails; `undefined` without `onFailure`.
   */
  public readonly failureRule?: events.Rule;

  /**
   * The alarm for a job that has not succeeded in time; `undefined` without `expectWithin`.
   */
  public readonly alarm?: cloudwatch.Alarm;

  /**
   * Defines a ScheduledJob.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    const at = pathOf(scope, id);
    props = readProps(at, props, ['task', 'schedule', 'timeout']);
    checkJob(at, props);
    checkPlaces(scope, id, props);
    checkSchedule(at, props);
    super(scope, id);
    checkItself(this);

    const { overlap, expectWithin, onFailure } = props;
    const name = Names.uniqueId(this);
    this.task = props.task;
    this.locks = overlap === undefined || overlap._skips ? jobLocksOf(this) : undefined;
    const states = jobStates(this, props, {
      lock: this.locks && { table: this.locks, name },
      afterSuccess: expectWithin && countSuccess(this, name),
    });
    this.stateMachine = jobMachine(this, states);
    if (expectWithin) {
      allowCounting(this.stateMachine);
      this.alarm = successAlarm(this, name, expectWithin, onFailure);
    }
    if (onFailure) this.failureRule = notifyOfFailures(this, this.stateMachine, onFailure);
    this.deadLetterQueue = props.deadLetterQueue ?? newDeadLetterQueue(this, 'DeadLetters');
    this.schedule = scheduleOf(this, props);
    if (this.locks) this.schedule.node.addDependency(allowReadingExecutions(this, this.stateMachine));
  }
}

function scheduleOf(job: ScheduledJob, { schedule, timeZone, flexibleWindow, enabled }: ScheduledJobProps): scheduler.Schedule {
  const role = new iam.Role(job, 'ScheduleRole', {
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(job).account } } }),
  });
  const created = new scheduler.Schedule(job, 'Schedule', {
    description: `Starts ${job.node.path}`.slice(0, 512),
    schedule: timeZone ? scheduler.ScheduleExpression.expression(schedule.expressionString, timeZone) : schedule,
    enabled,
    target: new schedulerTargets.StepFunctionsStartExecution(job.stateMachine, {
      role,
      deadLetterQueue: job.deadLetterQueue,
      input: scheduler.ScheduleTargetInput.fromObject({ scheduledTime: scheduler.ContextAttribute.scheduledTime }),
    }),
  });
  if (flexibleWindow) {
    // The class of the CDK compares the number of minutes even if it is a token.
    (created.node.defaultChild as scheduler.CfnSchedule).flexibleTimeWindow = { mode: 'FLEXIBLE', maximumWindowInMinutes: flexibleWindow.toMinutes() };
  }
  return created;
}
