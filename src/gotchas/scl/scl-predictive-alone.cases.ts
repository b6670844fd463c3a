import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { CPU, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function forecast(stack: Stack, target: CfnResource, mode?: unknown): void {
  resource(stack, 'Forecast', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'forecast',
    PolicyType: 'PredictiveScaling',
    ScalingTargetId: target.ref,
    PredictiveScalingPolicyConfiguration: {
      Mode: mode,
      MetricSpecifications: [{ TargetValue: 60, PredefinedMetricPairSpecification: { PredefinedMetricType: 'ECSServiceCPUUtilization' } }],
    },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing else scales the service', caught: true, app: (stack) => forecast(stack, scalableTarget(stack), 'ForecastAndScale') },
  {
    name: 'a schedule is all there is beside it',
    caught: true,
    app: (stack) => forecast(stack, scalableTarget(stack, {
      ScheduledActions: [{ ScheduledActionName: 'night', Schedule: 'cron(0 20 * * ? *)', ScalableTargetAction: { MinCapacity: 1 } }],
    }), 'ForecastAndScale'),
  },
  { name: 'it only forecasts', caught: false, app: (stack) => forecast(stack, scalableTarget(stack), 'ForecastOnly') },
  { name: 'it only forecasts by default', caught: false, app: (stack) => forecast(stack, scalableTarget(stack)) },
  {
    name: 'CPU is tracked beside it',
    caught: false,
    app: (stack) => {
      const target = scalableTarget(stack);
      tracking(stack, target, CPU);
      forecast(stack, target, 'ForecastAndScale');
    },
  },
  {
    name: 'steps are beside it',
    caught: false,
    app: (stack) => {
      const target = scalableTarget(stack);
      steps(stack, target, { Namespace: 'Shop', MetricName: 'Jobs' });
      forecast(stack, target, 'ForecastAndScale');
    },
  },
  { name: 'a parameter decides the mode', caught: false, notChecked: true, app: (stack) => forecast(stack, scalableTarget(stack), parameter(stack)) },
];
