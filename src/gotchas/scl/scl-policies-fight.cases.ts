import { Stack } from 'aws-cdk-lib/core';
import { CPU, MEMORY, predefined, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SERVICE = [{ Name: 'ServiceName', Value: 'web' }, { Name: 'ClusterName', Value: 'shop' }];
const CPU_ALARM = { MetricName: 'CPUUtilization', Namespace: 'AWS/ECS', Dimensions: SERVICE };

function custom(queue: unknown): Properties {
  return { CustomizedMetricSpecification: { MetricName: 'Backlog', Namespace: 'Shop', Statistic: 'Average', Dimensions: [{ Name: 'Queue', Value: queue }] } };
}

function tracked(stack: Stack, ...configurations: readonly Properties[]) {
  const target = scalableTarget(stack);
  configurations.forEach((configuration, index) => tracking(stack, target, configuration, `Policy${index}`));
  return target;
}

export const cases: readonly GotchaCase[] = [
  { name: 'two targets for the CPU', caught: true, app: (stack) => void tracked(stack, CPU, CPU) },
  { name: 'two targets for one custom metric', caught: true, consequence: 'misbehaves', app: (stack) => void tracked(stack, custom('a'), custom('a')) },
  {
    name: 'two targets for the CPU, one of high resolution',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void tracked(stack, CPU, predefined('ECSServiceAverageCPUUtilizationHighResolution')),
  },
  { name: 'a target and steps for the CPU', caught: true, consequence: 'misbehaves', app: (stack) => void steps(stack, tracked(stack, CPU), CPU_ALARM) },
  {
    name: 'the service of the same name is in another stack',
    caught: false,
    app: (stack) => {
      for (const each of [stack, new Stack(stack.node.root, 'Other')]) {
        scalableTarget(each, { ResourceId: 'service/shop/web' }, { ServiceName: 'web' });
        resource(each, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
          PolicyName: 'cpu',
          PolicyType: 'TargetTrackingScaling',
          ServiceNamespace: 'ecs',
          ScalableDimension: 'ecs:service:DesiredCount',
          ResourceId: 'service/shop/web',
          TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...CPU },
        });
      }
    },
  },
  { name: 'CPU and memory', caught: false, app: (stack) => void tracked(stack, CPU, MEMORY) },
  { name: 'two queues', caught: false, app: (stack) => void tracked(stack, custom('a'), custom('b')) },
  {
    name: 'two target groups',
    caught: false,
    app: (stack) => void tracked(stack,
      predefined('ALBRequestCountPerTarget', 'app/shop/1/targetgroup/a/2'), predefined('ALBRequestCountPerTarget', 'app/shop/1/targetgroup/b/3')),
  },
  { name: 'steps for something else', caught: false, app: (stack) => void steps(stack, tracked(stack, CPU), { MetricName: 'Backlog', Namespace: 'Shop' }) },
  {
    name: 'steps up and steps down',
    caught: false,
    app: (stack) => {
      const target = scalableTarget(stack);
      steps(stack, target, CPU_ALARM, 'Up');
      steps(stack, target, CPU_ALARM, 'Down');
    },
  },
  { name: 'only steps take tasks away', caught: false, app: (stack) => void steps(stack, tracked(stack, { ...CPU, DisableScaleIn: true }), CPU_ALARM) },
  {
    name: 'a parameter decides the target group of one',
    caught: false,
    app: (stack) => void tracked(stack, CPU, predefined('ALBRequestCountPerTarget', parameter(stack))),
  },
  {
    name: 'a parameter decides the target group of one of two',
    caught: false,
    notChecked: true,
    app: (stack) => void tracked(stack,
      predefined('ALBRequestCountPerTarget', 'app/shop/1/targetgroup/a/2'), predefined('ALBRequestCountPerTarget', parameter(stack))),
  },
  { name: 'a parameter decides a metric', caught: false, notChecked: true, app: (stack) => void tracked(stack, CPU, predefined(parameter(stack))) },
];
