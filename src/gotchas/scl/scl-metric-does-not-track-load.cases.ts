import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const POOL: Properties = { Environment: [{ Name: 'WEB_CONCURRENCY', Value: '4' }] };

/** A service that scales, and whose container has a fixed number of workers. */
function scaled(stack: Stack, metrics: readonly unknown[], group: Properties = {}, container = POOL): void {
  const web = service(stack, { TaskDefinition: fargateTask(stack, {}, container).ref, LoadBalancers: [{ TargetGroupArn: targetGroup(stack, group).ref, ContainerName: 'app', ContainerPort: 80 }] });
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

const CPU = ['ECSServiceAverageCPUUtilization'];

export const cases: readonly GotchaCase[] = [
  { name: 'a web service with four workers scales on CPU alone', caught: true, app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilization']) },
  { name: 'it does so every 20 seconds', caught: true, app: (stack) => scaled(stack, ['ECSServiceAverageCPUUtilizationHighResolution']) },
  ...[
    ['gunicorn', '-w', '4', 'app:app'], ['gunicorn', '--workers=4', 'app:app'], ['sh', '-c', 'exec uvicorn app:app --workers 2'], ['puma', '-t', '5:5'],
  ].map((Command): GotchaCase => ({ name: `its command is ${Command.join(' ')}`, caught: true, app: (stack) => scaled(stack, CPU, {}, { Command }) })),
  { name: 'its command sets no number of workers', caught: false, app: (stack) => scaled(stack, CPU, {}, { Command: ['gunicorn', 'app:app', '--worker-class', 'gevent'] }) },
  { name: 'another program has the option', caught: false, app: (stack) => scaled(stack, CPU, {}, { Command: ['nginx', '-t', '4'] }) },
  { name: 'nothing shows a number of workers', caught: false, app: (stack) => scaled(stack, CPU, {}, {}) },
  { name: 'a parameter is a word of the command', caught: false, notChecked: true, app: (stack) => scaled(stack, CPU, {}, { Command: ['gunicorn', parameter(stack), 'app:app'] }) },
  { name: 'a parameter is the name of a variable', caught: false, notChecked: true, app: (stack) => scaled(stack, CPU, {}, { Environment: [{ Name: parameter(stack), Value: '4' }] }) },
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
