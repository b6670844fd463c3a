import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ContainerPort, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    portMappings: [{
      containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE,
      containerPortRange: '8010-8000',
    }],
  });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    portMappings: [{
      containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE,
      containerPortRange: '8000-8010',
    }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, ports: [ContainerPort.tcpRange(8000, 8010)] });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, ports: [ContainerPort.tcpRange(8010, 8000)] });
};
