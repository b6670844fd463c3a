import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['ecs:UpdateTaskProtection'],
    resources: [`arn:aws:ecs:${stack.region}:${stack.account}:task/${cluster.clusterName}/*`],
  }));
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, stopTimeout: Duration.seconds(120) });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, stopTimeout: Duration.seconds(120) });
};
