import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Accelerators, Ec2WorkerService, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 1024, memoryLimitMiB: 8192 });
  taskDefinition.addContainer('model', { image });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('ContainerDefinitions.0.ResourceRequirements', [{ Type: 'GPU', Value: '1' }]);
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('model', { image, gpuCount: 1, memoryLimitMiB: 8192 });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Model', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 8192,
    accelerators: Accelerators.gpu(1),
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, accelerators: Accelerators.gpu(1) });
};
