import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

const scalingSteps = [{ upper: 20, change: -1 }, { lower: 75, change: +1 }];

export const wrong: Fix = ({ stack, cluster, service, taskDefinition }) => {
  const api = new ecs.FargateService(stack, 'Api', { cluster, taskDefinition });
  const scaling = api.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnMetric('Cpu', { metric: service.metricCpuUtilization(), scalingSteps });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const api = new ecs.FargateService(stack, 'Api', { cluster, taskDefinition });
  const scaling = api.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnMetric('Cpu', { metric: api.metricCpuUtilization(), scalingSteps });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 70 });
};
