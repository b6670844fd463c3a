import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { CpuTargetScaling, EcsGuardrails, EcsWorkload, FargateWorkerService, MemoryTargetScaling, RequestCountTargetScaling } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack, tokens } from '../support/stacks';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
const SERVICE = 'AWS::ECS::Service';

function worker(stack: Stack, props: { desiredCount?: number; serviceName?: string } = {}) {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
}

function plain(stack: Stack, props: Partial<ecs.FargateServiceProps> = {}): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  return new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition, ...props });
}

describe('one scalable target for our parts and autoScaleTaskCount', () => {
  const ours = (service: FargateWorkerService, stack: Stack) => void new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 3 });
  const theirs = ({ service }: FargateWorkerService) => service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 7 })
    .scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: 60 });

  test.each([
    ['ours first', [ours, theirs]],
    ['theirs first', [theirs, ours]],
    ['theirs twice, ours between', [theirs, ours, ({ service }: FargateWorkerService) => void service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 7 })]],
  ])('%s', (_, steps) => {
    const stack = testStack();
    const service = worker(stack);
    steps.forEach((step) => step(service, stack));
    const template = Template.fromStack(stack);
    const targets = Object.entries(template.findResources(TARGET));
    expect(targets.map(([, { Properties }]) => [Properties.MinCapacity, Properties.MaxCapacity])).toEqual([[3, 7]]);
    template.resourceCountIs(POLICY, 2);
    template.allResourcesProperties(POLICY, { ScalingTargetId: { Ref: targets[0][0] } });
    template.hasResourceProperties(SERVICE, { DesiredCount: Match.absent() });
  });

  test('the call that contradicts is refused itself, and changes nothing', () => {
    const stack = testStack();
    const service = worker(stack);
    const { scalableTarget } = new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 8 });
    const message = messageOf(() => service.service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 7 }));
    expect(message).toContain('maxCapacity is 7, and 8 in Shop/Cpu, which scales the same service');
    expect([scalableTarget.minCapacity, scalableTarget.maxCapacity]).toEqual([2, 8]);
  });

  test.each([true, false])('minCapacity that is left out is 1 in autoScaleTaskCount, whatever the order (ours first: %p)', (isFirst) => {
    const stack = testStack();
    const service = worker(stack);
    if (!isFirst) service.service.autoScaleTaskCount({ maxCapacity: 8 });
    const { scalableTarget } = new CpuTargetScaling(stack, 'Cpu', { service });
    if (isFirst) service.service.autoScaleTaskCount({ maxCapacity: 8 });
    expect(scalableTarget.minCapacity).toBe(1);
  });

  test('a later autoScaleTaskCount without minCapacity keeps the minimum of the parts', () => {
    const stack = testStack();
    const service = worker(stack);
    const { scalableTarget } = new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 4 });
    service.service.autoScaleTaskCount({ maxCapacity: 8 });
    expect([scalableTarget.minCapacity, scalableTarget.maxCapacity]).toEqual([4, 8]);
  });

  test('a part may set the minimum after an autoScaleTaskCount without minCapacity', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service });
    service.service.autoScaleTaskCount({ maxCapacity: 8 });
    const { scalableTarget } = new MemoryTargetScaling(stack, 'Memory', { service, minCapacity: 4 });
    expect([scalableTarget.minCapacity, scalableTarget.maxCapacity]).toEqual([4, 8]);
  });

  test('the part shows what it made', () => {
    const stack = testStack();
    const { policy, scalableTarget } = new CpuTargetScaling(stack, 'Cpu', { service: worker(stack) });
    expect(stack.resolve(policy.scalingTargetId)).toEqual(stack.resolve(scalableTarget.ref));
  });
});

describe('a range that is upside down is refused where it is written', () => {
  test('in one part', () => {
    const stack = testStack();
    const service = worker(stack);
    expect(refusalOf(stack, 'Cpu', (scope, id) => new CpuTargetScaling(scope, id, { service, minCapacity: 5, maxCapacity: 2 })))
      .toContain('minCapacity is 5, more than maxCapacity, which is 2 [scl-min-above-max]');
    Template.fromStack(stack).resourceCountIs(TARGET, 0);
  });

  test('in two parts', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 5 });
    expect(refusalOf(stack, 'Memory', (scope, id) => new MemoryTargetScaling(scope, id, { service, maxCapacity: 4 })))
      .toContain('at:   Shop/Memory (maxCapacity)');
  });

  test('beside autoScaleTaskCount of a plain service', () => {
    const stack = testStack();
    const service = plain(stack);
    service.autoScaleTaskCount({ maxCapacity: 4 });
    expect(messageOf(() => new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(service), minCapacity: 5 })))
      .toContain('minCapacity is 5, and 1 in');
  });

  test('beside the count of the service', () => {
    const stack = testStack();
    const service = worker(stack, { desiredCount: 3 });
    expect(refusalOf(stack, 'Cpu', (scope, id) => new CpuTargetScaling(scope, id, { service, minCapacity: 4 })))
      .toContain('desiredCount is 3, the service scales between 4 and 10 tasks [scl-desired-outside-range]');
  });

  test('not with tokens', () => {
    const stack = testStack();
    const { number } = tokens(stack);
    const service = worker(stack, { desiredCount: 3 });
    new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: number, maxCapacity: 3 });
    Template.fromStack(stack).hasResourceProperties(TARGET, { MinCapacity: { Ref: 'Number' } });
  });
});

describe('suspension', () => {
  test('is written on the scalable target', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, suspended: { scaleIn: true } });
    new MemoryTargetScaling(stack, 'Memory', { service, suspended: { scaleIn: true, scaleOut: false } });
    Template.fromStack(stack).hasResourceProperties(TARGET, {
      SuspendedState: { DynamicScalingInSuspended: true, DynamicScalingOutSuspended: false, ScheduledScalingSuspended: false },
    });
  });

  test('cannot be set in two ways', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, suspended: { scaleIn: true } });
    expect(refusalOf(stack, 'Memory', (scope, id) => new MemoryTargetScaling(scope, id, { service, suspended: {} })))
      .toContain('suspended is nothing, and scaleIn in Shop/Cpu, which scales the same service');
  });
});

describe('a count that is not set', () => {
  const counts = (stack: Stack) => Object.values(Template.fromStack(stack).findResources(SERVICE)).map(({ Properties }) => Properties.DesiredCount);

  test('is two where nothing scales the service', () => {
    const stack = testStack();
    worker(stack);
    expect(counts(stack)).toEqual([2]);
  });

  test.each<[string, (stack: Stack) => void]>([
    ['autoScaleTaskCount', (stack) => void worker(stack).service.autoScaleTaskCount({ maxCapacity: 4 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 })],
    ['a scalable target by a reference', (stack) => ownTarget(stack, worker(stack).service.serviceName)],
    ['a scalable target by a name', (stack) => {
      worker(stack, { serviceName: 'orders' });
      ownTarget(stack, 'orders');
    }],
  ])('is left out where %s scales it, and nothing is reported', (_, build) => {
    const stack = testStack();
    EcsGuardrails.applyTo(stack.node.root as never);
    build(stack);
    expect(counts(stack)).toEqual([undefined]);
  });

  test('is two where a scalable target is for another service', () => {
    const stack = testStack();
    worker(stack);
    ownTarget(stack, 'orders');
    new appscaling.ScalableTarget(stack, 'Table', {
      serviceNamespace: appscaling.ServiceNamespace.DYNAMODB, resourceId: 'table/x', scalableDimension: 'dynamodb:table:ReadCapacityUnits', minCapacity: 1, maxCapacity: 2,
    });
    expect(counts(stack)).toEqual([2]);
  });

  test('is none to a part that sees the service as a plain one', () => {
    const stack = testStack();
    new CpuTargetScaling(stack, 'Cpu', { service: EcsWorkload.fromService(worker(stack).service) });
    Annotations.fromStack(stack).hasNoInfo('*', Match.anyValue());
    expect(counts(stack)).toEqual([undefined]);
  });

  function ownTarget(stack: Stack, serviceName: string): void {
    const target = new appscaling.ScalableTarget(stack, 'Own', {
      serviceNamespace: appscaling.ServiceNamespace.ECS,
      resourceId: `service/shop/${serviceName}`,
      scalableDimension: 'ecs:service:DesiredCount',
      minCapacity: 1,
      maxCapacity: 4,
    });
    target.scaleToTrackMetric('Cpu', { targetValue: 60, predefinedMetric: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION });
  }
});

test('a daemon has no count to scale', () => {
  const stack = testStack();
  const service = plain(stack);
  (service.node.defaultChild as ecs.CfnService).schedulingStrategy = 'DAEMON';
  expect(refusalOf(stack, 'Cpu', (scope, id) => new CpuTargetScaling(scope, id, { service: EcsWorkload.fromService(service) })))
    .toContain('service (Shop/Plain) is a daemon, which has no count to scale [scl-wrong-target]');
});

describe('high resolution', () => {
  test.each([
    [CpuTargetScaling, 'CPUUtilization'],
    [MemoryTargetScaling, 'MemoryUtilization'],
  ])('%p follows what ECS measures every 20 seconds', (Scaling, metric) => {
    const stack = testStack();
    new Scaling(stack, 'Scaling', { service: worker(stack), highResolution: true });
    const template = Template.fromStack(stack);
    template.hasResourceProperties(SERVICE, { Monitoring: { MetricConfigurations: [{ MetricNames: [metric], ResolutionSeconds: 20 }] } });
    template.hasResourceProperties(POLICY, {
      TargetTrackingScalingPolicyConfiguration: { PredefinedMetricSpecification: { PredefinedMetricType: `ECSServiceAverage${metric}HighResolution` } },
    });
  });

  test('of both is one configuration', () => {
    const stack = testStack();
    const service = worker(stack);
    new MemoryTargetScaling(stack, 'Memory', { service, highResolution: true });
    new CpuTargetScaling(stack, 'Cpu', { service, highResolution: true });
    Template.fromStack(stack).hasResourceProperties(SERVICE, {
      Monitoring: { MetricConfigurations: [{ MetricNames: ['CPUUtilization', 'MemoryUtilization'], ResolutionSeconds: 20 }] },
    });
  });
});

describe('a minCapacity of 0', () => {
  const scaledToZero = (more: (service: FargateWorkerService, stack: Stack) => void = () => {}) => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 0 });
    new MemoryTargetScaling(stack, 'Memory', { service });
    more(service, stack);
    return () => Template.fromStack(stack);
  };

  test('is refused where all policies follow metrics of the tasks', () => {
    expect(messageOf(scaledToZero())).toMatch(/minCapacity is 0, .* nothing starts the first task \[scl-zero-cannot-return\]\s+at: +Shop\/Cpu \(minCapacity\)/);
  });

  test.each<[string, (service: FargateWorkerService) => void]>([
    ['a schedule', ({ service }) => service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 })
      .scaleOnSchedule('Morning', { schedule: appscaling.Schedule.cron({ hour: '8', minute: '0' }), minCapacity: 1 })],
    ['a policy on another metric', ({ service }) => service.autoScaleTaskCount({ minCapacity: 0, maxCapacity: 10 })
      .scaleToTrackCustomMetric('Jobs', { metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Jobs' }), targetValue: 1 })],
  ])('is taken beside %s', (_, more) => {
    expect(scaledToZero(more)).not.toThrow();
  });
});

test('a worker has no requests to scale on', () => {
  const stack = testStack();
  const service = worker(stack) as never;
  expect(refusalOf(stack, 'Requests', (scope, id) => new RequestCountTargetScaling(scope, id, { service, requestsPerTarget: 100 })))
    .toMatch(/^service has no target group, so no load balancer counts its requests/);
});
