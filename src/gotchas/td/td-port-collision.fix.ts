import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 80 }] });
  taskDefinition.addContainer('admin', { image, portMappings: [{ containerPort: 80 }] });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 80 }] });
  taskDefinition.addContainer('admin', { image, portMappings: [{ containerPort: 8080 }] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    sidecars: [{ containerName: 'admin', image, containerPorts: [8080] }],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    sidecars: [{ containerName: 'admin', image, containerPorts: [80] }],
  });
};
