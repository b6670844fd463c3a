import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { CPU, predefined, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { Given } from '../fixtures/snippet-context';

type Properties = Readonly<Record<string, unknown>>;

const busy = (ServiceName: unknown) => ({
  Namespace: 'AWS/ECS',
  MetricName: 'CPUUtilization',
  Statistic: 'Average',
  Period: 60,
  Dimensions: [{ Name: 'ClusterName', Value: 'shop' }, { Name: 'ServiceName', Value: ServiceName }],
});
const nameOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Name'] });
const other = (stack: Stack) => resource(stack, 'Other', 'AWS::ECS::Service', { Cluster: 'shop' });

function stepped(dimension: (stack: Stack) => unknown, ofService: Properties = {}): GotchaCase['app'] {
  return (stack) => void steps(stack, scalableTarget(stack, {}, ofService), busy(dimension(stack)));
}

/** A policy on the requests of one of two groups, of which the service has the first and maybe the second too. */
function requests(id: 'Own' | 'Other', ofService: Properties = {}): GotchaCase['app'] {
  return (stack) => {
    const balancer = resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {});
    const groups: Record<string, CfnResource> = {};
    for (const each of ['Own', 'Other']) groups[each] = resource(stack, each, 'AWS::ElasticLoadBalancingV2::TargetGroup', {});
    const LoadBalancers = [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: groups.Own.ref }];
    const label = `${balancer.getAtt('LoadBalancerFullName').toString()}/${groups[id].getAtt('TargetGroupFullName').toString()}`;
    tracking(stack, scalableTarget(stack, {}, { LoadBalancers, ...ofService }), predefined('ALBRequestCountPerTarget', label));
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the alarm of the steps is on another service', caught: true, app: stepped((stack) => nameOf(other(stack).logicalId)) },
  { name: 'the alarm has the name of another service', caught: true, app: stepped(() => 'api', { ServiceName: 'web' }) },
  {
    name: 'a tracked metric is of another service',
    caught: true,
    app: (stack) => void tracking(stack, scalableTarget(stack), { CustomizedMetricSpecification: busy(nameOf(other(stack).logicalId)) }),
  },
  { name: 'the label has the target group of another service', caught: true, app: requests('Other') },
  {
    name: 'the dimension is the target group of another service',
    caught: true,
    app: (stack) => {
      const group = resource(stack, 'Other', 'AWS::ElasticLoadBalancingV2::TargetGroup', {});
      steps(stack, scalableTarget(stack), {
        Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCountPerTarget', Statistic: 'Sum', Dimensions: [{ Name: 'TargetGroup', Value: group.getAtt('TargetGroupFullName') }],
      });
    },
  },
  { name: 'the alarm of the steps is on the service', caught: false, app: stepped(() => nameOf('Service')) },
  { name: 'the alarm has the name of the service', caught: false, app: stepped(() => 'web', { ServiceName: 'web' }) },
  { name: 'the label has the target group of the service', caught: false, app: requests('Own') },
  {
    name: 'the label has the group that a deployment moves the requests to',
    caught: false,
    app: requests('Other', { LoadBalancers: [{ TargetGroupArn: { Ref: 'Own' }, AdvancedConfiguration: { AlternateTargetGroupArn: { Ref: 'Other' } } }] }),
  },
  {
    name: 'an expression joins the loads of two services',
    caught: false,
    app: (stack) => void tracking(stack, scalableTarget(stack), {
      CustomizedMetricSpecification: { Metrics: [{ Id: 'a', MetricStat: { Stat: 'Average', Metric: busy(nameOf(other(stack).logicalId)) } }] },
    }),
  },
  { name: 'a predefined metric is of the service', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  {
    name: 'steps of the AWS CDK',
    caught: false,
    app: (stack) => {
      const { service } = new Given(stack);
      service.autoScaleTaskCount({ maxCapacity: 4 }).scaleOnMetric('Cpu', { metric: service.metricCpuUtilization(), scalingSteps: [{ upper: 10, change: -1 }, { lower: 70, change: 1 }] });
    },
  },
  { name: 'CodeDeploy decides the target group', caught: false, notChecked: true, app: requests('Other', { DeploymentController: { Type: 'CODE_DEPLOY' } }) },
  {
    name: 'a parameter is the target group',
    caught: false,
    notChecked: true,
    app: (stack) => requests('Other', { LoadBalancers: [{ TargetGroupArn: parameter(stack) }] })(stack),
  },
];
