import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const migrate = taskDefinition.addContainer('migrate', {
    image,
    command: ['./migrate.sh'],
    startTimeout: Duration.minutes(2),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: migrate, condition: ecs.ContainerDependencyCondition.SUCCESS });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const migrate = taskDefinition.addContainer('migrate', {
    image,
    command: ['./migrate.sh'],
    essential: false,
    startTimeout: Duration.minutes(2),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: migrate, condition: ecs.ContainerDependencyCondition.SUCCESS });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'migrate', condition: ecs.ContainerDependencyCondition.SUCCESS }],
    sidecars: [{
      containerName: 'migrate',
      image,
      command: ['./migrate.sh'],
      essential: false,
      startTimeout: Duration.minutes(2),
    }],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'migrate', condition: ecs.ContainerDependencyCondition.SUCCESS }],
    sidecars: [{ containerName: 'migrate', image, command: ['./migrate.sh'], startTimeout: Duration.minutes(2) }],
  });
};
