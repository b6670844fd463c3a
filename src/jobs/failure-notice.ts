import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** Sends the event of each run that ended without success to a topic, also of a run that was stopped from outside. */
export function notifyOfFailures(scope: Construct, machine: sfn.StateMachine, topic: sns.ITopic): events.Rule {
  return new events.Rule(scope, 'FailureNotice', {
    description: `Runs of ${scope.node.path} that fail`.slice(0, 512),
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [machine.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
    targets: [new eventTargets.SnsTopic(topic)],
  });
}
