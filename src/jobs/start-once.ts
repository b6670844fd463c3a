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
 * that runs already counts as started.
 */
export function startOnce(scope: Construct, delivery: string, work: sfn.IChainable): sfn.Chain {
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
  start.next(delivered);
  return sfn.Chain.start(new sfn.Choice(scope, 'IsDelivery').when(sfn.Condition.isPresent(delivery), start).otherwise(work));
}
