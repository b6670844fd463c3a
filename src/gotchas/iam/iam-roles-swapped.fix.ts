import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, queue }) => {
  queue.grantSendMessages(taskDefinition.obtainExecutionRole());
};

export const plain: Fix = ({ taskDefinition, bucket }) => {
  bucket.grantRead(taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image, bucket }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  bucket.grantRead(taskRoles);
  new FargateWorkerService(stack, 'Worker', { cluster, image, taskRoles });
};
