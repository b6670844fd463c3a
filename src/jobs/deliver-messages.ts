import * as iam from 'aws-cdk-lib/aws-iam';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { DELIVERY } from './start-once';

/** A pipe that starts the state machine for each message of a queue, and deletes the message then. */
export function deliverMessages(scope: Construct, machine: sfn.StateMachine, queue: sqs.IQueue): pipes.CfnPipe {
  const role = new iam.Role(scope, 'PipeRole', {
    assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } } }),
  });
  const grants = [queue.grantConsumeMessages(role), machine.grantStartExecution(role)];
  const pipe = new pipes.CfnPipe(scope, 'Pipe', {
    description: `Starts ${scope.node.path}`.slice(0, 512),
    source: queue.queueArn,
    sourceParameters: { sqsQueueParameters: { batchSize: 1 } },
    target: machine.stateMachineArn,
    targetParameters: {
      stepFunctionStateMachineParameters: { invocationType: 'FIRE_AND_FORGET' },
      inputTemplate: `{"${DELIVERY}":{"id":<$.messageId>,"event":{"messageId":<$.messageId>,"body":<$.body>}}}`,
    },
    roleArn: role.roleArn,
  });
  for (const grant of grants) grant.applyBefore(pipe);
  return pipe;
}
