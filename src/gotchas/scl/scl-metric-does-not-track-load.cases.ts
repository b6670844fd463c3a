import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function scaled(stack: Stack, metrics: readonly unknown[], group: Readonly<Record<string, unknown>> = {}): void {
  const web = service(stack, { LoadBalancers: [{ TargetGroupArn: targetGroup(stack, group).ref, ContainerName: 'app', ContainerPort: 80 }] });
  const target = resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs', ResourceId: `service/shop/${web.getAtt('Name').toString()}`, MinCapacity: 2, MaxCapacity: 10,
  });
  metrics.forEach((metric, index) => resource(stack, `Policy${index}`, 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: `policy-${index}`,
    PolicyType: 'TargetTrackingScaling',
    ScalingTargetId: target.ref,
    TargetTrackingScalingPolicyConfiguration: { PredefinedMetricSpecification: { PredefinedMetricType: metric }, TargetValue: 60 },
  }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'a web service scales on CPU alone', caught: true, app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilization']) },
  { name: 'it does so every 20 seconds', caught: true, app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilizationHighResolution']) },
  {
    name: 'it scales on requests too',
    caught: false,
    app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilization', 'ALBRequestCountPerTarget']),
  },
  { name: 'it has no policy yet', caught: false, app: (stack) => scaled(stack, []) },
  { name: 'it is behind a network load balancer', caught: false, app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilization'], { Protocol: 'TCP' }) },
  { name: 'a parameter decides the metric', caught: false, app: (stack) => scaled(stack, [parameter(stack)]) },
  {
    name: 'a scalable target may be for it',
    caught: false,
    notChecked: true,
    app: (stack) => {
      service(stack);
      resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', { ServiceNamespace: 'ecs', ResourceId: parameter(stack) });
    },
  },
];
