import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling, FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, logging }) => {
  const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/tomcat:10.1');
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 1024, memoryLimitMiB: 2048 });
  taskDefinition.addContainer('app', { image, logging });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnMemoryUtilization('Memory', {
    targetUtilizationPercent: 60,
  });
};

export const plain: Fix = ({ stack, cluster, logging }) => {
  const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/tomcat:10.1');
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 1024, memoryLimitMiB: 2048 });
  taskDefinition.addContainer('app', { image, logging });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/tomcat:10.1');
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image, size: FargateSize.of(1024, 2048) });
  new CpuTargetScaling(stack, 'CpuScaling', { service: shop, targetUtilizationPercent: 60 });
};
