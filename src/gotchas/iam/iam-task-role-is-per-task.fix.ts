import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, telemetryImage, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('telemetry', { image: telemetryImage, essential: false });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['s3:*'],
    resources: [bucket.arnForObjects('*')],
  }));
};

export const plain: Fix = ({ stack, image, telemetryImage, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('telemetry', { image: telemetryImage, essential: false });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['s3:GetObject'],
    resources: [bucket.arnForObjects('*')],
  }));
};

export const guarded: Fix = ({ stack, cluster, image, telemetryImage, bucket }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  taskRoles.allow('app', { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] });
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    taskRoles,
    sidecars: [{ containerName: 'telemetry', image: telemetryImage, essential: false }],
  });
};
