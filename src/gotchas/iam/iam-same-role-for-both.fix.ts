import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { taskRole: role, executionRole: role });
  taskDefinition.addContainer('app', { image });
};

export const plain: Fix = ({ stack, image }) => {
  const principal = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    taskRole: new iam.Role(stack, 'TaskRole', { assumedBy: principal }),
    executionRole: new iam.Role(stack, 'ExecutionRole', { assumedBy: principal }),
  });
  taskDefinition.addContainer('app', { image });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  new FargateWorkerService(stack, 'Worker', { cluster, image, taskRoles });
};
