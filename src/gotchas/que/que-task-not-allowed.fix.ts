import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, queue }) => {
  service.taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['sqs:ReceiveMessage'],
    resources: [queue.queueArn],
  }));
};

export const plain: Fix = ({ service, queue }) => {
  queue.grantConsumeMessages(service.taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(20) });
};
