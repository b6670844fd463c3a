import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { CpuTargetScaling, PredictiveMetric, PredictiveMode, PredictiveScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  new appscaling.CfnScalingPolicy(stack, 'Forecast', {
    policyName: 'forecast',
    policyType: 'PredictiveScaling',
    scalingTargetId: (scaling.node.findChild('Target') as appscaling.ScalableTarget).scalableTargetId,
    predictiveScalingPolicyConfiguration: {
      mode: 'ForecastAndScale',
      metricSpecifications: [
        { targetValue: 60, predefinedMetricPairSpecification: { predefinedMetricType: 'ECSServiceCPUUtilization' } },
      ],
    },
  });
};

export const plain: Fix = ({ stack, service }) => {
  const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  new appscaling.CfnScalingPolicy(stack, 'Forecast', {
    policyName: 'forecast',
    policyType: 'PredictiveScaling',
    scalingTargetId: (scaling.node.findChild('Target') as appscaling.ScalableTarget).scalableTargetId,
    predictiveScalingPolicyConfiguration: {
      mode: 'ForecastAndScale',
      metricSpecifications: [
        { targetValue: 60, predefinedMetricPairSpecification: { predefinedMetricType: 'ECSServiceCPUUtilization' } },
      ],
    },
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
  new PredictiveScaling(stack, 'Forecast', {
    service: web,
    metric: PredictiveMetric.cpu(60),
    mode: PredictiveMode.FORECAST_AND_SCALE,
  });
};
