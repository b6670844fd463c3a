import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import {
  CpuTargetScaling, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, MemoryTargetScaling, RequestCountTargetScaling,
  type CpuTargetScalingProps, type IEcsWebWorkload, type IEcsWorkload,
} from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

function worker(stack: Stack, desiredCount?: number): IEcsWorkload {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, desiredCount });
}

function web(stack: Stack, ingress: Ingress = Ingress.publicHttp()): IEcsWebWorkload {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress });
}

function hasPolicy(template: Template, configuration: object) {
  template.hasResourceProperties(POLICY, { PolicyType: 'TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration: configuration });
}

describe.each(FLAG_SETS)('with $flags', ({ context }) => {
  test('all three policies synthesize its recorded template', () => {
    const stack = testStack(context);
    const service = web(stack);
    new CpuTargetScaling(stack, 'Cpu', { service });
    new MemoryTargetScaling(stack, 'Memory', { service });
    new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 1000 });
    const template = Template.fromStack(stack);
    expect({ ...template.findResources(TARGET), ...template.findResources(POLICY), ...template.findResources('AWS::ECS::Service') }).toMatchSnapshot();
  });

  test.each([
    [CpuTargetScaling, 'ECSServiceAverageCPUUtilization'],
    [MemoryTargetScaling, 'ECSServiceAverageMemoryUtilization'],
  ])('%p keeps 70 %, with its cooldowns', (Scaling, metric) => {
    const stack = testStack(context);
    new Scaling(stack, 'Scaling', { service: worker(stack) });
    hasPolicy(Template.fromStack(stack), {
      PredefinedMetricSpecification: { PredefinedMetricType: metric },
      TargetValue: 70,
      ScaleInCooldown: 300,
      ScaleOutCooldown: 60,
    });
  });

  test('two to ten tasks run', () => {
    const stack = testStack(context);
    new CpuTargetScaling(stack, 'Scaling', { service: worker(stack) });
    Template.fromStack(stack).hasResourceProperties(TARGET, {
      MinCapacity: 2, MaxCapacity: 10, ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount',
    });
  });

  test('the desired count leaves the template', () => {
    const stack = testStack(context);
    new CpuTargetScaling(stack, 'Scaling', { service: worker(stack, 3) });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { DesiredCount: Match.absent() });
  });
});

test('a policy follows the props', () => {
  const stack = testStack();
  new CpuTargetScaling(stack, 'Scaling', {
    service: worker(stack),
    targetUtilizationPercent: 50,
    minCapacity: 1,
    maxCapacity: 20,
    scaleInCooldown: Duration.minutes(10),
    scaleOutCooldown: Duration.seconds(0),
    disableScaleIn: true,
  });
  const template = Template.fromStack(stack);
  hasPolicy(template, { TargetValue: 50, ScaleInCooldown: 600, ScaleOutCooldown: 0, DisableScaleIn: true });
  template.hasResourceProperties(TARGET, { MinCapacity: 1, MaxCapacity: 20 });
});

test('the desired count that is left out is mentioned', () => {
  const stack = testStack();
  new CpuTargetScaling(stack, 'Scaling', { service: worker(stack, 3) });
  Annotations.fromStack(stack).hasInfo('/Shop/Worker/Service', Match.stringLikeRegexp('desiredCount \\(3\\) is left out of the template'));
});

test('nothing is reported where no count was set', () => {
  const stack = testStack();
  new CpuTargetScaling(stack, 'Scaling', { service: worker(stack) });
  Annotations.fromStack(stack).hasNoInfo('*', Match.anyValue());
});

describe('requests', () => {
  test('are counted at the load balancer of the service', () => {
    const stack = testStack();
    new RequestCountTargetScaling(stack, 'Requests', { service: web(stack), requestsPerTarget: 500 });
    const template = Template.fromStack(stack);
    const [listener] = Object.keys(template.findResources('AWS::ElasticLoadBalancingV2::Listener'));
    const [targetGroup] = Object.keys(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
    const partOfListener = (index: number) => ({ 'Fn::Select': [index, { 'Fn::Split': ['/', { Ref: listener }] }] });
    const nameOfTargetGroup = { 'Fn::Select': [5, { 'Fn::Split': [':', { Ref: targetGroup }] }] };
    hasPolicy(template, {
      PredefinedMetricSpecification: {
        PredefinedMetricType: 'ALBRequestCountPerTarget',
        ResourceLabel: { 'Fn::Join': ['', [partOfListener(1), '/', partOfListener(2), '/', partOfListener(3), '/', nameOfTargetGroup]] },
      },
      TargetValue: 500,
    });
  });

  test('are counted at an imported load balancer', () => {
    const stack = testStack();
    const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188';
    const service = web(stack, Ingress.existingTargetGroup({
      loadBalancer: elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Shared', { loadBalancerArn, securityGroupId: 'sg-1' }),
      targetGroup: elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
        targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shared/73e2d6bc24d8a067', loadBalancerArns: loadBalancerArn,
      }),
    }));
    new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 500 });
    hasPolicy(Template.fromStack(stack), {
      PredefinedMetricSpecification: { ResourceLabel: 'app/shared/50dc6c495c0c9188/targetgroup/shared/73e2d6bc24d8a067' },
    });
  });

  test('fails when the load balancer of an imported target group is not known', () => {
    const stack = testStack();
    const plain = EcsWorkload.fromLoadBalancedService(worker(stack).service, elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shared/73e2d6bc24d8a067',
    }));
    const message = refusalOf(stack, 'Requests', (scope, id) => new RequestCountTargetScaling(scope, id, { service: plain, requestsPerTarget: 500 }));
    expect(message).toContain('service has a target group whose load balancer is not known');
    expect(message).toContain('fix:  import the target group with its loadBalancerArns');
  });

  test('fails when the target group is on no listener', () => {
    const stack = testStack();
    const { service } = worker(stack);
    const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc: service.cluster.vpc, port: 80 });
    const plain = EcsWorkload.fromLoadBalancedService(service, targetGroup);
    const message = refusalOf(stack, 'Requests', (scope, id) => new RequestCountTargetScaling(scope, id, { service: plain, requestsPerTarget: 500 }));
    expect(message).toContain('service has a target group whose load balancer is not known');
  });
});

describe('several policies on one service', () => {
  test('share one scalable target', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service });
    new MemoryTargetScaling(stack, 'Memory', { service });
    const template = Template.fromStack(stack);
    const [target, ...others] = Object.keys(template.findResources(TARGET));
    expect(others).toEqual([]);
    template.resourceCountIs(POLICY, 2);
    template.allResourcesProperties(POLICY, { ScalingTargetId: { Ref: target } });
  });

  test('share the capacity that one of them sets, in any order', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 8 });
    new MemoryTargetScaling(stack, 'Memory', { service, minCapacity: 4, maxCapacity: 8 });
    Template.fromStack(stack).hasResourceProperties(TARGET, { MinCapacity: 4, MaxCapacity: 8 });
  });

  test('fails when two of them track one metric, naming the first', () => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service });
    const message = messageOf(() => new CpuTargetScaling(stack, 'Again', { service, targetUtilizationPercent: 50 }));
    expect(message).toContain('service scales on ECSServiceAverageCPUUtilization already, by Shop/Cpu [scl-policies-fight]');
    expect(message).toContain('at:   Shop/Again (service)');
    expect(stack.node.tryFindChild('Again')).toBeUndefined();
  });

  test.each(['minCapacity', 'maxCapacity'] as const)('fails when their %s contradict each other, naming both', (property) => {
    const stack = testStack();
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, [property]: 4 });
    const message = messageOf(() => new MemoryTargetScaling(stack, 'Memory', { service, [property]: 6 }));
    expect(message).toContain(`${property} is 6, and 4 in Shop/Cpu, which scales the same service`);
    expect(message).toContain(`at:   Shop/Memory (${property})`);
    expect(message).toContain(`fix:  set ${property} in one of the two, or to the same number in both`);
  });
});

describe('an invalid range', () => {
  test('fails when the least is more than the most', () => {
    const stack = testStack();
    new CpuTargetScaling(stack, 'Cpu', { service: worker(stack), minCapacity: 11 });
    const message = messageOf(() => Template.fromStack(stack));
    expect(message).toContain('minCapacity is 11, more than maxCapacity, which is 10');
    expect(message).toContain('at:   Shop/Cpu (minCapacity)');
  });

  test('fails when the most is less than the least by default', () => {
    const stack = testStack();
    new CpuTargetScaling(stack, 'Cpu', { service: worker(stack), maxCapacity: 1 });
    expect(messageOf(() => Template.fromStack(stack))).toContain('minCapacity is 2, more than maxCapacity, which is 1');
  });

  test.each([1, 11])('fails when the desired count of %i is outside of it', (desiredCount) => {
    const stack = testStack();
    new CpuTargetScaling(stack, 'Cpu', { service: worker(stack, desiredCount) });
    const message = messageOf(() => Template.fromStack(stack));
    expect(message).toContain(`desiredCount is ${desiredCount}, the service scales between 2 and 10 tasks [scl-desired-outside-range]`);
    expect(message).toContain('fix:  remove desiredCount: the scaling range rules');
  });
});

test.each<[Partial<CpuTargetScalingProps>, string]>([
  [{ targetUtilizationPercent: 0 }, 'targetUtilizationPercent is 0 percent, it must be a whole number from 1 to 100 percent'],
  [{ targetUtilizationPercent: 101 }, 'targetUtilizationPercent is 101 percent'],
  [{ minCapacity: -1 }, 'minCapacity is -1 tasks, it must be a whole number from 0 to 2147483647 tasks'],
  [{ maxCapacity: 1.5 }, 'maxCapacity is 1.5 tasks'],
  [{ scaleInCooldown: Duration.millis(500) }, 'scaleInCooldown is 0.5 seconds, it must be a whole number from 0 to 2147483647 seconds'],
  [{ scaleOutCooldown: Duration.millis(500) }, 'scaleOutCooldown is 0.5 seconds'],
])('fails for %j', (props, words) => {
  const stack = testStack();
  const service = worker(stack);
  for (const Scaling of [CpuTargetScaling, MemoryTargetScaling]) {
    expect(refusalOf(stack, 'Scaling', (scope, id) => new Scaling(scope, id, { service, ...props }))).toContain(words);
  }
});

test('fails when no request is to be answered', () => {
  const stack = testStack();
  const service = web(stack);
  expect(refusalOf(stack, 'Requests', (scope, id) => new RequestCountTargetScaling(scope, id, { service, requestsPerTarget: 0 })))
    .toContain('requestsPerTarget is 0 requests, it must be a whole number from 1 to 1000000000 requests');
});

describe('tokens', () => {
  test('pass in every number', () => {
    const stack = testStack();
    const { number } = tokens(stack);
    new CpuTargetScaling(stack, 'Cpu', {
      service: worker(stack, number),
      targetUtilizationPercent: number,
      minCapacity: number,
      maxCapacity: number,
      scaleInCooldown: Duration.seconds(number),
      scaleOutCooldown: Duration.seconds(number),
    });
    const template = templateWithoutTokens(stack);
    template.hasResourceProperties(TARGET, { MinCapacity: { Ref: 'Number' }, MaxCapacity: { Ref: 'Number' } });
    hasPolicy(template, { TargetValue: { Ref: 'Number' }, ScaleInCooldown: { Ref: 'Number' } });
    Annotations.fromStack(stack).hasInfo('*', Match.stringLikeRegexp('^desiredCount is left out'));
  });

  test('contradict each other without being printed', () => {
    const stack = testStack();
    const { number } = tokens(stack);
    const service = worker(stack);
    new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: number });
    expect(messageOf(() => new MemoryTargetScaling(stack, 'Memory', { service, minCapacity: 3 }))).toContain('minCapacity is 3, and a token in Shop/Cpu');
  });
});
