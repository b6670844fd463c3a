import type * as events from 'aws-cdk-lib/aws-events';
import type * as pipes from 'aws-cdk-lib/aws-pipes';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { deliverEvents } from './deliver-events';
import { deliverMessages } from './deliver-messages';
import { checkSource, environmentOf } from './event-job-checks';
import type { EventJobProps } from './event-job-props';
import { notifyOfFailures } from './failure-notice';
import { checkJob } from './job-checks';
import { jobMachine, jobStates } from './job-machine';
import type { OneOffTask } from './one-off-task';
import { allowStartingItself } from './own-executions';
import { FROM_EVENT, FROM_QUEUE, startOnce } from './start-once';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { newDeadLetterQueue } from '../queues/new-queue';
import { checkItself } from '../rules/self-check';

/**
 * A task that runs once for each event, or for each message of a queue, under the eyes of a state machine.
 *
 * EventBridge delivers an event at least once, sometimes twice. A run is an execution under the id of the event, and Step Functions starts
 * one execution of a name: a second delivery within 90 days starts no second run. The first delivery is an execution too, which only
 * starts the other one.
 *
 * The input of a run is the event. Runs for different events may overlap. A run fails if the main container ends with another exit
 * code than 0 or takes longer than `timeout`. An event that EventBridge cannot pass to the state machine, or whose run the state machine
 * cannot start after 6 retries, is a message in `deadLetterQueue`.
 *
 * @example
 * const task = new OneOffTask(this, 'Thumbnails', { cluster, image });
 * new EventJob(this, 'Uploaded', {
 *   task,
 *   eventPattern: { source: ['aws.s3'], detailType: ['Object Created'] },
 *   environmentFromEvent: { KEY: '$.detail.object.key' },
 *   timeout: Duration.minutes(15),
 * });
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export class EventJob extends Construct {
  /**
   * The task that does the work.
   */
  public readonly task: OneOffTask;

  /**
   * The state machine of the job; an execution with the name of an event is a run.
   */
  public readonly stateMachine: sfn.StateMachine;

  /**
   * The rule for the events; `undefined` for a job that works through a queue.
   */
  public readonly rule?: events.Rule;

  /**
   * The pipe from the queue; `undefined` for a job that runs for events.
   */
  public readonly pipe?: pipes.CfnPipe;

  /**
   * The queue for events and messages whose run could not be started. A message that the pipe cannot pass to the state machine goes to the
   * dead-letter queue of its own queue instead.
   */
  public readonly deadLetterQueue: sqs.IQueue;

  /**
   * The rule that sends a message about each run that fails; `undefined` without `onFailure`.
   */
  public readonly failureRule?: events.Rule;

  /**
   * Defines an EventJob.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: EventJobProps) {
    const at = pathOf(scope, id);
    props = readProps(at, props, ['task', 'timeout']);
    checkSource(at, props);
    props = { ...props, environment: environmentOf(at, props) };
    checkJob(at, props);
    checkPlaces(scope, id, props);
    super(scope, id);
    checkItself(this);

    const { eventPattern, queue, onFailure } = props;
    this.task = props.task;
    this.deadLetterQueue = props.deadLetterQueue ?? newDeadLetterQueue(this, 'DeadLetters');
    const states = startOnce(this, queue ? FROM_QUEUE : FROM_EVENT, this.deadLetterQueue, jobStates(this, props, {}));
    this.stateMachine = jobMachine(this, states);
    this.deadLetterQueue.grantSendMessages(this.stateMachine);
    const mayStart = allowStartingItself(this, this.stateMachine);
    if (onFailure) this.failureRule = notifyOfFailures(this, this.stateMachine, onFailure);
    if (eventPattern) {
      this.rule = deliverEvents(this, this.stateMachine, this.deadLetterQueue, eventPattern, props.eventBus);
    } else {
      this.pipe = deliverMessages(this, this.stateMachine, queue!);
    }
    (this.rule ?? this.pipe!).node.addDependency(mayStart);
  }
}
