import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskRole = new iam.Role(stack, 'TaskRole', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { taskRole });
  taskDefinition.addContainer('app', { image });
};

export const plain: Fix = ({ stack, image }) => {
  const taskRole = new iam.Role(stack, 'TaskRole', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { taskRole });
  taskDefinition.addContainer('app', { image });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  new FargateWorkerService(stack, 'Worker', { cluster, image, taskRoles });
};
