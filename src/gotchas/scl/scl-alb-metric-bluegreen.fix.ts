import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { CpuTargetScaling, EcsWorkload } from '../../index';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(10),
  });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(10),
  });
  new CpuTargetScaling(stack, 'CpuScaling', {
    service: EcsWorkload.fromService(service),
    minCapacity: 2,
    maxCapacity: 10,
  });
};
