import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { releaseLock, takeLock, type JobLock } from './job-lock';
import type { JobProps } from './job-props';

const PLACEMENT_RETRIES = 5;

/** Options around the work of a job. */
export interface AroundWork {
  readonly lock?: JobLock;
  /** A state that follows each success. */
  readonly afterSuccess?: sfn.CustomState;
}

/** The states of a job: lock, work, unlock. */
export function jobStates(scope: Construct, { task, ...options }: JobProps, { lock, afterSuccess }: AroundWork): sfn.Chain {
  const run = task.asState(scope, 'Run', { ...options, placementRetries: options.placementRetries ?? PLACEMENT_RETRIES });
  const succeeded = new sfn.Succeed(scope, 'Succeeded');
  // The work is done, whatever becomes of its metric.
  const done = afterSuccess?.addCatch(succeeded, { errors: [sfn.Errors.ALL], resultPath: sfn.JsonPath.DISCARD }).next(succeeded) ?? succeeded;
  const failed = new sfn.Fail(scope, 'Failed', { errorPath: '$.failure.Error', causePath: '$.failure.Cause' });
  run.next(lock ? releaseLock(scope, 'Unlock', lock, done) : done);
  run.addCatch(lock ? releaseLock(scope, 'UnlockAfterFailure', lock, failed) : failed, { errors: [sfn.Errors.ALL], resultPath: '$.failure' });
  return lock ? takeLock(scope, lock, run) : sfn.Chain.start(run);
}

/** The state machine of a job, with a role that Step Functions may take on for this account alone. */
export function jobMachine(scope: Construct, states: sfn.IChainable): sfn.StateMachine {
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('states.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } } }),
  });
  return new sfn.StateMachine(scope, 'StateMachine', { role, definitionBody: sfn.DefinitionBody.fromChainable(states), tracingEnabled: true });
}
