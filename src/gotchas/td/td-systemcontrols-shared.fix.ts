import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, systemControls: [{ namespace: 'vm.max_map_count', value: '262144' }] });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, systemControls: [{ namespace: 'net.core.somaxconn', value: '4096' }] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, systemControls: { 'net.core.somaxconn': '4096' } });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, systemControls: { 'vm.max_map_count': '262144' } });
};
