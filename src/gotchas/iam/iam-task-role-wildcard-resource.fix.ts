import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition }) => {
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: ['*'],
  }));
};

export const plain: Fix = ({ taskDefinition, bucket }) => {
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: [bucket.arnForObjects('*')],
  }));
};

export const guarded: Fix = ({ stack, cluster, image, bucket }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  taskRoles.allow('app', { actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects('*')] });
  new FargateWorkerService(stack, 'Worker', { cluster, image, taskRoles });
};
