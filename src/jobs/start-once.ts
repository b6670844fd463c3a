import type * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The input of an execution that delivers an event, and is not the run for it. */
export const DELIVERY = 'delivery';

/** Path of the delivery in the input: a pipe passes a list, also of one message. */
export const FROM_EVENT = `$.${DELIVERY}`;
export const FROM_QUEUE = `$[0].${DELIVERY}`;

/**
 * The states in front of `work` that start it once for an event, however often the event is delivered.
 *
 * The name of an execution is taken for 90 days: the state machine starts itself under the id of the event. An execution of that name
 * that runs already counts as started. An event whose run cannot be started is sent to the dead-letter queue.
 */
export function startOnce(scope: Construct, delivery: string, deadLetterQueue: sqs.IQueue, work: sfn.IChainable): sfn.Chain {
  const delivered = new sfn.Succeed(scope, 'Delivered');
  const start = new sfn.CustomState(scope, 'StartOnce', {
    stateJson: {
      Type: 'Task',
      Resource: `arn:${Stack.of(scope).partition}:states:::states:startExecution`,
      Parameters: {
        'StateMachineArn.$': '$$.StateMachine.Id',
        'Name.$': `${delivery}.id`,
        'Input.$': `${delivery}.event`,
      },
    },
  });
  start.addCatch(delivered, { errors: ['StepFunctions.ExecutionAlreadyExistsException'], resultPath: sfn.JsonPath.DISCARD });
  start.addRetry({
    errors: ['StepFunctions.ExecutionLimitExceededException', 'StepFunctions.SdkClientException', 'StepFunctions.ThrottlingException', 'StepFunctions.AWSStepFunctionsException'],
    interval: Duration.seconds(5),
    maxAttempts: 6,
    backoffRate: 2,
  });
  start.addCatch(deadLetter(scope, delivery, deadLetterQueue), { errors: [sfn.Errors.ALL] });
  start.next(delivered);
  return sfn.Chain.start(new sfn.Choice(scope, 'IsDelivery').when(sfn.Condition.isPresent(delivery), start).otherwise(work));
}

/** Sends the event of a delivery to the queue, as EventBridge does, and fails with the error, which is the input. */
function deadLetter(scope: Construct, delivery: string, queue: sqs.IQueue): sfn.IChainable {
  const send = new sfn.CustomState(scope, 'DeadLetter', {
    stateJson: {
      Type: 'Task',
      Resource: `arn:${Stack.of(scope).partition}:states:::sqs:sendMessage`,
      Parameters: { 'QueueUrl': queue.queueUrl, 'MessageBody.$': `${delivery.replace('$', '$$$$.Execution.Input')}.event` },
      ResultPath: null,
    },
  });
  send.addRetry({ errors: [sfn.Errors.ALL], interval: Duration.seconds(5), maxAttempts: 6, backoffRate: 2 });
  return send.next(new sfn.Fail(scope, 'NotStarted', { errorPath: '$.Error', causePath: '$.Cause' }));
}
