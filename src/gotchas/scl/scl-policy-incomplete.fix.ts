import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
  const isPolicy = (one: unknown): one is appscaling.CfnScalingPolicy => one instanceof appscaling.CfnScalingPolicy;
  for (const policy of stack.node.findAll().filter(isPolicy)) policy.policyType = 'StepScaling';
};

export const plain: Fix = ({ service }) => {
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
};
