import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ContainerPort, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 8080 }] });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('ContainerDefinitions.0.PortMappings.0.HostPort', 80);
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 8080 }] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, ports: [ContainerPort.udp(53, { name: 'dns' })] });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, ports: [ContainerPort.udp(53, { hostPort: 5353 })] });
};
