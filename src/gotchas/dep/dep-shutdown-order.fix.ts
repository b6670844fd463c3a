import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const telemetry = taskDefinition.addContainer('telemetry', { image: telemetryImage, essential: false });
  const app = taskDefinition.addContainer('app', { image });
  telemetry.addContainerDependencies({ container: app, condition: ecs.ContainerDependencyCondition.START });
};

export const plain: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const telemetry = taskDefinition.addContainer('telemetry', { image: telemetryImage, essential: false });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: telemetry, condition: ecs.ContainerDependencyCondition.START });
};

export const guarded: Fix = ({ stack, cluster, image, telemetryImage }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'telemetry', condition: ecs.ContainerDependencyCondition.START }],
    sidecars: [{ containerName: 'telemetry', image: telemetryImage, essential: false }],
  });
};
