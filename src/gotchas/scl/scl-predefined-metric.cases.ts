import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { CPU, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { Given } from '../fixtures/snippet-context';

const REQUESTS = 'ALBRequestCountPerTarget';

function labelled(of: (balancer: CfnResource, group: CfnResource) => unknown): GotchaCase['app'] {
  return (stack: Stack) => {
    const balancer = resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {});
    const group = resource(stack, 'Group', 'AWS::ElasticLoadBalancingV2::TargetGroup', {});
    tracking(stack, scalableTarget(stack), predefined(REQUESTS, of(balancer, group)));
  };
}

const full = (balancer: CfnResource) => balancer.getAtt('LoadBalancerFullName').toString();
const fullOf = (group: CfnResource) => group.getAtt('TargetGroupFullName').toString();

export const cases: readonly GotchaCase[] = [
  { name: 'the label is missing', caught: true, app: labelled(() => undefined) },
  { name: 'the label is the other way around', caught: true, app: labelled((balancer, group) => `${fullOf(group)}/${full(balancer)}`) },
  { name: 'the label has the ARNs', caught: true, app: labelled((balancer, group) => `${balancer.ref}/${group.ref}`) },
  { name: 'the label has the name of the load balancer', caught: true, app: labelled((balancer, group) => `${balancer.getAtt('LoadBalancerName').toString()}/${fullOf(group)}`) },
  { name: 'the label is the target group alone', caught: true, app: labelled((_, group) => group.getAtt('TargetGroupFullName')) },
  { name: 'nothing is between the two', caught: true, app: labelled((balancer, group) => `${full(balancer)}${fullOf(group)}`) },
  { name: 'the text is an ARN', caught: true, app: labelled(() => 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef') },
  { name: 'the metric is one of instances', caught: true, app: (stack) => void tracking(stack, scalableTarget(stack), predefined('ASGAverageCPUUtilization')) },
  { name: 'the metric is misspelled', caught: true, app: (stack) => void tracking(stack, scalableTarget(stack), predefined('ECSServiceAverageCpuUtilization')) },
  { name: 'CPU has a label', caught: true, app: (stack) => void tracking(stack, scalableTarget(stack), predefined('ECSServiceAverageCPUUtilization', 'app/web/1/targetgroup/web/2')) },
  { name: 'the label has both full names', caught: false, app: labelled((balancer, group) => `${full(balancer)}/${fullOf(group)}`) },
  { name: 'the label is a text', caught: false, app: labelled(() => 'app/web/50dc6c495c0c9188/targetgroup/web/943f017f100becff') },
  { name: 'one full name is a text', caught: false, app: labelled((_, group) => `app/web/50dc6c495c0c9188/${fullOf(group)}`) },
  { name: 'CPU has a target', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'a label of the AWS CDK', caught: false, app: (stack) => void new Given(stack).service.autoScaleTaskCount({ maxCapacity: 4 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 }) },
  { name: 'a parameter is the label', caught: false, notChecked: true, app: (stack) => labelled(() => parameter(stack))(stack) },
];
