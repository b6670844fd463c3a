import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, role, service } from '../fixtures/case-resources';

type Properties = Readonly<Record<string, unknown>>;

/** An ARN of a queue that is in no template. */
export const OTHER_QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:other';

/** A queue with its properties. Returns its ARN. */
export function queue(stack: Stack, properties: Properties = {}, id = 'Queue'): unknown {
  return { 'Fn::GetAtt': [resource(stack, id, 'AWS::SQS::Queue', properties).logicalId, 'Arn'] };
}

/** A service whose task role allows to receive from a queue. */
export function consumer(stack: Stack, queueArn: unknown, container: Properties = {}, ...statements: readonly Properties[]): void {
  const receiver = role(stack, { Effect: 'Allow', Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: queueArn }, ...statements);
  const task = fargateTask(stack, { TaskRoleArn: { 'Fn::GetAtt': [receiver.logicalId, 'Arn'] } }, container);
  service(stack, { TaskDefinition: task.ref });
}
