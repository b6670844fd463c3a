import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { CPU, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function named(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  scalableTarget(stack, { ResourceId: 'service/shop/web' }, { ServiceName: 'web' });
  resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...CPU }, ...properties,
  });
}

function plain(stack: Stack) {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
  return new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc }), taskDefinition }).autoScaleTaskCount({ maxCapacity: 4 });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is a range and no policy', caught: true, app: (stack) => void scalableTarget(stack) },
  { name: 'a service of the AWS CDK has a range and no policy', caught: true, app: (stack) => void plain(stack) },
  {
    name: 'the policy is for another service',
    caught: true,
    app: (stack) => named(stack, { ServiceNamespace: 'ecs', ResourceId: 'service/shop/other', ScalableDimension: 'ecs:service:DesiredCount' }),
  },
  { name: 'no alarm runs the steps', caught: true, consequence: 'risk', app: (stack) => named(stack, { ServiceNamespace: 'ecs', ResourceId: 'service/shop/web', ScalableDimension: 'ecs:service:DesiredCount', PolicyType: 'StepScaling', TargetTrackingScalingPolicyConfiguration: undefined, StepScalingPolicyConfiguration: { AdjustmentType: 'ChangeInCapacity', StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }] } }) },
  {
    name: 'the alarm of the steps has its actions disabled',
    caught: true,
    app: (stack) => void steps(stack, scalableTarget(stack), { MetricName: 'Jobs', Namespace: 'Shop', ActionsEnabled: false }),
  },
  { name: 'the policy refers to the target', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'a policy of the AWS CDK', caught: false, app: (stack) => plain(stack).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 }) },
  { name: 'an alarm scales it', caught: false, app: (stack) => void steps(stack, scalableTarget(stack), { MetricName: 'Jobs', Namespace: 'Shop' }) },
  {
    name: 'the policy names the same service',
    caught: false,
    app: (stack) => named(stack, { ServiceNamespace: 'ecs', ResourceId: 'service/shop/web', ScalableDimension: 'ecs:service:DesiredCount' }),
  },
  {
    name: 'the policy names the target by the text of its id',
    caught: false,
    app: (stack) => named(stack, { ScalingTargetId: 'service/shop/web|ecs:service:DesiredCount|ecs' }),
  },
  {
    name: 'the policy names the service by the same parts',
    caught: false,
    app: (stack) => {
      const target = scalableTarget(stack);
      const same = `service/shop/${(stack.node.findChild('Service') as typeof target).getAtt('Name').toString()}`;
      resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        ServiceNamespace: 'ecs',
        ResourceId: same,
        ScalableDimension: 'ecs:service:DesiredCount',
        TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...CPU },
      });
    },
  },
  {
    name: 'a schedule moves the range',
    caught: false,
    app: (stack) => void scalableTarget(stack, { ScheduledActions: [{ ScheduledActionName: 'morning', Schedule: 'cron(0 7 * * ? *)' }] }),
  },
  {
    name: 'a parameter sets the target of a policy',
    caught: false,
    notChecked: true,
    app: (stack) => named(stack, { ScalingTargetId: parameter(stack) }),
  },
];
