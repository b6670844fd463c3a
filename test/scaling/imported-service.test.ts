import { Match, Template } from 'aws-cdk-lib/assertions';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { POLICY, scalingIn, TARGET } from './scaled';
import {
  CpuTargetScaling, EcsGuardrails, EcsWorkload, MemoryTargetScaling, MetricTargetScaling, PredictiveMetric, PredictiveScaling, QueueBacklogScaling,
  ScheduledScaling, StepScaling, TopicPublisher, type IScalableService,
} from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

function imported(stack: Stack): IScalableService {
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Theirs', { clusterName: 'production', vpc: testCluster(stack).vpc });
  return EcsWorkload.fromImportedService(ecs.FargateService.fromFargateServiceAttributes(stack, 'Orders', { cluster, serviceName: 'orders' }));
}

const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Carts' });
const PARTS: Readonly<Record<string, (scope: Construct, service: IScalableService) => unknown>> = {
  CpuTargetScaling: (scope, service) => new CpuTargetScaling(scope, 'Part', { service }),
  MemoryTargetScaling: (scope, service) => new MemoryTargetScaling(scope, 'Part', { service }),
  MetricTargetScaling: (scope, service) => new MetricTargetScaling(scope, 'Part', { service, metricPerTask: metric, targetValue: 5 }),
  PredictiveScaling: (scope, service) => new PredictiveScaling(scope, 'Part', { service, metric: PredictiveMetric.cpu(60) }),
  QueueBacklogScaling: (scope, service) => new QueueBacklogScaling(scope, 'Part', {
    service, queue: new sqs.Queue(scope, 'Queue'), acceptableLatency: Duration.minutes(3), averageProcessingTime: Duration.seconds(1), minCapacity: 0,
  }),
  ScheduledScaling: (scope, service) => new ScheduledScaling(scope, 'Part', { service, actions: [{ schedule: appscaling.Schedule.cron({ hour: '6' }), minCapacity: 4 }] }),
  StepScaling: (scope, service) => new StepScaling(scope, 'Part', { service, metric, steps: [{ lower: 10, change: 1 }], disableScaleIn: true }),
};

test.each(Object.keys(PARTS))('%s scales a service of another app by its names', (name) => {
  const stack = testStack();
  PARTS[name](stack, imported(stack));
  EcsGuardrails.applyTo(stack.node.root);
  Template.fromStack(stack).hasResourceProperties(TARGET, {
    ResourceId: 'service/production/orders', ScalableDimension: 'ecs:service:DesiredCount', ServiceNamespace: 'ecs', RoleARN: Match.absent(),
  });
});

test('what scales an imported service', () => {
  const stack = testStack();
  const service = imported(stack);
  PARTS.QueueBacklogScaling(stack, service);
  new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 9 });
  expect(scalingIn(stack)).toMatchSnapshot();
});

test('parts of one imported service share one range, however often it is wrapped', () => {
  const stack = testStack();
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Theirs', { clusterName: 'production', vpc: testCluster(stack).vpc });
  const orders = ecs.FargateService.fromFargateServiceAttributes(stack, 'Orders', { cluster, serviceName: 'orders' });
  new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromImportedService(orders), minCapacity: 3 });
  new MemoryTargetScaling(stack, 'Memory', { service: EcsWorkload.fromImportedService(orders), maxCapacity: 7 });
  expect(refusalOf(stack, 'Contradicts', (scope, id) => new CpuTargetScaling(scope, id, { service: EcsWorkload.fromImportedService(orders), minCapacity: 4 })))
    .toContain('service scales on ECSServiceAverageCPUUtilization already, by Shop/Cpu');
  const template = Template.fromStack(stack);
  template.hasResourceProperties(TARGET, { MinCapacity: 3, MaxCapacity: 7 });
  template.resourceCountIs(TARGET, 1);
  template.resourceCountIs(POLICY, 2);
});

test('high resolution is refused, since the resource of the service sets it', () => {
  const stack = testStack();
  const service = imported(stack);
  expect(refusalOf(stack, 'Cpu', (scope, id) => new CpuTargetScaling(scope, id, { service, highResolution: true })))
    .toContain('highResolution (true) is set by the app that defines the service, and service (Shop/Orders) is imported');
});

test('an import that is not wrapped is refused with the wrapper', () => {
  const stack = testStack();
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Theirs', { clusterName: 'production', vpc: testCluster(stack).vpc });
  const service = ecs.FargateService.fromFargateServiceAttributes(stack, 'Orders', { cluster, serviceName: 'orders' });
  expect(refusalOf(stack, 'Cpu', (scope, id) => new CpuTargetScaling(scope, id, { service: service as never })))
    .toContain('wrap it: service: EcsWorkload.fromImportedService(service)');
});

test('minCapacity 0 is refused where each policy follows a metric of the tasks', () => {
  const stack = testStack();
  new CpuTargetScaling(stack, 'Cpu', { service: imported(stack), minCapacity: 0 });
  expect(messageOf(() => Template.fromStack(stack))).toContain('nothing starts the first task');
});

test('a service that this app defines is wrapped with fromService', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  const service = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
  expect(messageOf(() => EcsWorkload.fromImportedService(service))).toContain('use EcsWorkload.fromService(service)');
});

test('an import without its cluster is refused', () => {
  const stack = testStack();
  const service = ecs.FargateService.fromFargateServiceArn(stack, 'Orders', 'arn:aws:ecs:eu-west-1:111122223333:service/production/orders');
  expect(messageOf(() => EcsWorkload.fromImportedService(service as ecs.IBaseService))).toContain('FargateService.fromFargateServiceAttributes');
});

test('a part that needs more than names is refused with the reason', () => {
  const stack = testStack();
  const service = imported(stack);
  expect(messageOf(() => EcsWorkload.fromService(service as never))).toContain('EcsWorkload.fromImportedService(service)');
  expect(() => new TopicPublisher(stack, 'Publisher', { service } as never)).toThrow();
});
