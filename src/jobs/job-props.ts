import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import type { OneOffTask } from './one-off-task';
import type { TaskRunOptions } from './task-run-options';

/**
 * Properties that all jobs have.
 */
export interface JobProps extends TaskRunOptions {
  /**
   * The task that does the work. Its cluster, its capacity (Fargate, Spot or EC2 instances) and its network are those of the job.
   */
  readonly task: OneOffTask;

  /**
   * The time that one attempt may take, 1 second to 1 year. Step Functions stops the task then.
   */
  readonly timeout: Duration;

  /**
   * The number of times that the task runs again after it failed: with another exit code than 0, or after `timeout`.
   * Work that must not be done twice must not be retried.
   *
   * @default 0
   */
  readonly retries?: number;

  /**
   * The number of times that ECS is asked again after it had no room for the task or too many requests, with 30 s before the first try
   * and twice as long before each further one. The work has not begun then, so this is safe for any task.
   *
   * @default 5
   */
  readonly placementRetries?: number;

  /**
   * The topic for a message about each run that fails, times out or is stopped.
   *
   * @default - no message
   */
  readonly onFailure?: sns.ITopic;

  /**
   * The queue for starts that failed: the task did not run for them. It must be a standard queue.
   *
   * @default - a queue of its own, encrypted, that keeps messages for 14 days
   */
  readonly deadLetterQueue?: sqs.IQueue;
}
