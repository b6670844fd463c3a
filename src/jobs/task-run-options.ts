import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import type { FargateSize } from '../containers/fargate-size';

/**
 * Options of one run of a task: values that replace those of the task definition.
 *
 * All overrides of a run together have at most 8192 characters, with the names and quotes around them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
 */
export interface TaskRunOptions {
  /**
   * The container that `command` and `environment` are for.
   *
   * @default - the main container
   */
  readonly containerName?: string;

  /**
   * The command of the container. In a state of a state machine, words may be taken from its input: `sfn.JsonPath.stringAt('$.key')`.
   *
   * @default - the command of the task definition, or of the image
   */
  readonly command?: string[];

  /**
   * Environment variables beside those of the task definition, or in their place. Values may be taken from the event
   * (`events.EventField.fromPath('$.detail.key')`) or from the input of the state (`sfn.JsonPath.stringAt('$.key')`).
   *
   * @default - those of the task definition
   */
  readonly environment?: { [name: string]: string };

  /**
   * The cpu and memory of the run. Only for tasks on Fargate.
   *
   * @default - the size of the task
   */
  readonly size?: FargateSize;
}

/**
 * Options of a start of one or more tasks.
 */
export interface TaskStartOptions extends TaskRunOptions {
  /**
   * The number of tasks that start at once, 1 to 10.
   *
   * @default 1
   */
  readonly taskCount?: number;
}

/**
 * Options of a task as the target of an event rule.
 */
export interface TaskEventTargetOptions extends TaskStartOptions {
  /**
   * The queue for events with which no task could be started. EventBridge drops these events without one.
   *
   * @default - no queue
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * The number of times that EventBridge tries again to start the task, 0 to 185. A task that starts and fails is not started again.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * The time after which EventBridge stops trying to start the task, 60 s to 24 hours.
   *
   * @default Duration.hours(24)
   */
  readonly maxEventAge?: Duration;
}

/**
 * Options of a task as a state of a state machine.
 */
export interface TaskStateOptions extends TaskRunOptions {
  /**
   * The time that one run may take, from 1 second. Step Functions stops the task then, and the state fails with `States.Timeout`.
   *
   * @default - as long as the execution of the state machine
   */
  readonly timeout?: Duration;

  /**
   * The number of times that the task runs again after it failed, 0 to 99999999: with another exit code than 0, or after `timeout`.
   *
   * @default 0
   */
  readonly retries?: number;

  /**
   * The number of times that ECS is asked again after it had no room for the task or too many requests, with 30 s before the first try and
   * twice as long before each further one. The work has not begun then, so this is safe for any task.
   *
   * @default 0
   */
  readonly placementRetries?: number;
}
