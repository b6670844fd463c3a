import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Report', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2'),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging,
  });
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.firelens({}) });
  const target = new targets.EcsTask({ cluster, taskDefinition });
  new events.Rule(stack, 'Nightly', { schedule: events.Schedule.rate(Duration.days(1)), targets: [target] });
};

export const plain: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Report', { cpu: 512, memoryLimitMiB: 1024 });
  const router = taskDefinition.addFirelensLogRouter('router', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2'),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://127.0.0.1:2020/api/v1/uptime || exit 1'] },
    startTimeout: Duration.minutes(2),
    logging,
  });
  const app = taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.firelens({}) });
  app.addContainerDependencies({ container: router, condition: ecs.ContainerDependencyCondition.HEALTHY });
  const target = new targets.EcsTask({ cluster, taskDefinition });
  new events.Rule(stack, 'Nightly', { schedule: events.Schedule.rate(Duration.days(1)), targets: [target] });
};
