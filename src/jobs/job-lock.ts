import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as sfnTasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LOCK_KEY } from './job-locks';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html */
const TAKEN = 'DynamoDB.ConditionalCheckFailedException';
const FAULTS = [
  'DynamoDB.ProvisionedThroughputExceededException', 'DynamoDB.RequestLimitExceeded', 'DynamoDB.ThrottlingException',
  'DynamoDB.InternalServerError', 'DynamoDB.SdkClientException', 'DynamoDB.TransactionConflictException',
];
const NO_EXECUTION = 'Sfn.ExecutionDoesNotExistException';
const { DynamoAttributeValue } = sfnTasks;
const ME = { ':me': DynamoAttributeValue.fromString(sfn.JsonPath.executionId) };
const SCHEDULED_TIME = '$.scheduledTime';
const OWNER = '$.lock.Item.owner.S';

/** The lock of one job in the table. */
export interface JobLock {
  readonly table: dynamodb.ITable;
  /** The key of the item. */
  readonly name: string;
}

/**
 * The states that acquire the lock and continue with `work`, or end the execution as skipped.
 *
 * An item has the execution that owns the lock, and the last scheduled time that ran. A lock has no time of expiry: Step Functions is
 * asked if the owner is still running, so a run that was stopped from outside can't leave the job locked.
 */
export function takeLock(scope: Construct, lock: JobLock, work: sfn.IChainable): sfn.Chain {
  const skipped = new sfn.Succeed(scope, 'Skipped', { comment: 'An earlier run is not over, or this scheduled time has run' });
  const isScheduled = new sfn.Choice(scope, 'IsScheduled');
  const readLock = retried(new sfnTasks.DynamoGetItem(scope, 'ReadLock', {
    table: lock.table, key: keyOf(lock), consistentRead: true, resultPath: '$.lock',
  }));
  const clearLock = retried(update(scope, 'ClearLock', lock, {
    updateExpression: 'REMOVE #owner',
    conditionExpression: '#owner = :stale',
    expressionAttributeNames: { '#owner': 'owner' },
    expressionAttributeValues: { ':stale': DynamoAttributeValue.fromString(sfn.JsonPath.stringAt(OWNER)) },
  })).addCatch(skipped, { errors: [TAKEN], resultPath: sfn.JsonPath.DISCARD }).next(isScheduled);
  const isOwnerRunning = new sfn.Choice(scope, 'IsOwnerRunning')
    .when(sfn.Condition.stringEquals('$.owner.Status', 'RUNNING'), skipped)
    .otherwise(clearLock);
  const readOwner = new sfn.CustomState(scope, 'ReadOwner', {
    stateJson: {
      Type: 'Task',
      Resource: `arn:${Stack.of(scope).partition}:states:::aws-sdk:sfn:describeExecution`,
      Parameters: { 'ExecutionArn.$': OWNER },
      ResultSelector: { 'Status.$': '$.Status' },
      ResultPath: '$.owner',
    },
  });
  // An execution that is new may not be found yet; one that ended 90 days ago no longer is.
  readOwner.addRetry({ errors: [NO_EXECUTION], interval: Duration.seconds(5), maxAttempts: 3, backoffRate: 2 });
  readOwner.addCatch(clearLock, { errors: [NO_EXECUTION], resultPath: sfn.JsonPath.DISCARD });
  readLock.next(new sfn.Choice(scope, 'IsOwned').when(sfn.Condition.isPresent(OWNER), readOwner.next(isOwnerRunning)).otherwise(skipped));

  const lockStates = [
    // The owner may ask twice: an answer that got lost is asked for again.
    update(scope, 'Lock', lock, {
      updateExpression: 'SET #owner = :me, #time = :time',
      conditionExpression: '#owner = :me OR (attribute_not_exists(#owner) AND (attribute_not_exists(#time) OR #time <> :time))',
      expressionAttributeNames: { '#owner': 'owner', '#time': 'scheduledTime' },
      expressionAttributeValues: { ...ME, ':time': DynamoAttributeValue.fromString(sfn.JsonPath.stringAt(SCHEDULED_TIME)) },
    }),
    update(scope, 'LockByHand', lock, {
      updateExpression: 'SET #owner = :me',
      conditionExpression: '#owner = :me OR attribute_not_exists(#owner)',
      expressionAttributeNames: { '#owner': 'owner' },
      expressionAttributeValues: ME,
    }),
  ];
  for (const state of lockStates) {
    retried(state).addCatch(readLock, { errors: [TAKEN], resultPath: sfn.JsonPath.DISCARD });
    state.next(work);
  }
  return sfn.Chain.start(isScheduled.when(sfn.Condition.isPresent(SCHEDULED_TIME), lockStates[0]).otherwise(lockStates[1]));
}

/** A state that releases the lock and goes on to `next`, whatever becomes of the lock: the next start takes over one that is left. */
export function releaseLock(scope: Construct, id: string, lock: JobLock, next: sfn.IChainable): sfn.IChainable {
  const state = retried(update(scope, id, lock, {
    updateExpression: 'REMOVE #owner',
    conditionExpression: '#owner = :me',
    expressionAttributeNames: { '#owner': 'owner' },
    expressionAttributeValues: ME,
  }));
  state.addCatch(next, { errors: [sfn.Errors.ALL], resultPath: sfn.JsonPath.DISCARD });
  return state.next(next);
}

type Update = Pick<
  sfnTasks.DynamoUpdateItemProps, 'updateExpression' | 'conditionExpression' | 'expressionAttributeNames' | 'expressionAttributeValues'
>;

function update(scope: Construct, id: string, lock: JobLock, options: Update): sfnTasks.DynamoUpdateItem {
  return new sfnTasks.DynamoUpdateItem(scope, id, { table: lock.table, key: keyOf(lock), resultPath: sfn.JsonPath.DISCARD, ...options });
}

function keyOf({ name }: JobLock) {
  return { [LOCK_KEY]: DynamoAttributeValue.fromString(name) };
}

function retried<T extends sfn.TaskStateBase>(state: T): T {
  state.addRetry({ errors: FAULTS, interval: Duration.seconds(2), maxAttempts: 5, backoffRate: 2 });
  return state;
}
