import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { Given } from '../fixtures/snippet-context';
import { scalableTarget, tracking } from '../scl/scaled-service.cases';

type Properties = Readonly<Record<string, unknown>>;

interface Parts {
  readonly stack: Stack;
  readonly cluster: CfnResource;
  readonly service: CfnResource;
}

const insights = (value: string) => ({ ClusterSettings: [{ Name: 'containerInsights', Value: value }] });
const BUSY = { ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 3, Threshold: 80, Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Statistic: 'Average', Period: 60 };

function alarm(of: (parts: Parts) => Properties, settings: Properties = insights('enabled')): GotchaCase['app'] {
  return (stack) => {
    const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', settings);
    resource(stack, 'Alarm', 'AWS::CloudWatch::Alarm', { ...BUSY, ...of({ stack, cluster, service: service(stack, { Cluster: cluster.ref }) }) });
  };
}

function dimensions(values: Properties): Properties {
  return { Dimensions: Object.entries(values).map(([Name, Value]) => ({ Name, Value })) };
}

const right = ({ cluster, service: { logicalId } }: Parts) => dimensions({ ClusterName: cluster.ref, ServiceName: { 'Fn::GetAtt': [logicalId, 'Name'] } });
const running = (parts: Parts) => ({ ...right(parts), Namespace: 'ECS/ContainerInsights', MetricName: 'RunningTaskCount' });

function targets(of: (balancer: CfnResource, group: CfnResource) => Properties, MetricName = 'UnHealthyHostCount'): GotchaCase['app'] {
  return alarm(({ stack }) => ({
    ...dimensions(of(resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {}), resource(stack, 'Group', 'AWS::ElasticLoadBalancingV2::TargetGroup', {}))),
    Namespace: 'AWS/ApplicationELB',
    MetricName,
  }));
}

function queueAlarm(of: (queue: CfnResource) => Properties, MetricName = 'ApproximateAgeOfOldestMessage', Namespace = 'AWS/SQS'): GotchaCase['app'] {
  return alarm(({ stack }) => ({ ...dimensions(of(resource(stack, 'Queue', 'AWS::SQS::Queue', {}))), Namespace, MetricName, Statistic: 'Maximum' }));
}

function tracked(metric: (parts: Pick<Parts, 'cluster'>) => Properties): GotchaCase['app'] {
  return (stack) => {
    const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
    tracking(stack, scalableTarget(stack, {}, { Cluster: cluster.ref }), { CustomizedMetricSpecification: { ...metric({ cluster }), Statistic: 'Average' } });
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the dimensions have other names', caught: true, app: alarm(({ cluster, service: { ref } }) => dimensions({ Cluster: cluster.ref, Service: ref })) },
  { name: 'the cluster is missing', caught: true, app: alarm((parts) => dimensions({ ServiceName: parts.service.getAtt('Name') })) },
  { name: 'no dimension is there', caught: true, app: alarm(() => ({})) },
  { name: 'the service is named by its ARN', caught: true, app: alarm(({ cluster, service: { ref } }) => dimensions({ ClusterName: cluster.ref, ServiceName: ref })) },
  { name: 'the cluster is named by its ARN', caught: true, app: alarm((parts) => dimensions({ ClusterName: parts.cluster.getAtt('Arn'), ServiceName: parts.service.getAtt('Name') })) },
  { name: 'cluster and service are swapped', caught: true, app: alarm((parts) => dimensions({ ServiceName: parts.cluster.ref, ClusterName: parts.service.getAtt('Name') })) },
  {
    name: 'the service runs in another cluster',
    caught: true,
    app: alarm((parts) => dimensions({ ClusterName: resource(parts.stack, 'Other', 'AWS::ECS::Cluster', {}).ref, ServiceName: parts.service.getAtt('Name') })),
  },
  { name: 'the text is an ARN', caught: true, app: alarm(() => dimensions({ ClusterName: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', ServiceName: 'web' })) },
  { name: 'the metric has other letters', caught: true, app: alarm((parts) => ({ ...right(parts), MetricName: 'CpuUtilization' })) },
  { name: 'the metric is one of Container Insights', caught: true, app: alarm((parts) => ({ ...right(parts), MetricName: 'RunningTaskCount' })) },
  { name: 'the namespace has other letters', caught: true, app: alarm((parts) => ({ ...right(parts), Namespace: 'AWS/Ecs' })) },
  { name: 'the namespace is that of Kubernetes', caught: true, app: alarm((parts) => ({ ...running(parts), Namespace: 'ContainerInsights' })) },
  { name: 'the cluster has no Container Insights', caught: true, app: alarm(running, insights('disabled')) },
  { name: 'the account decides on Container Insights', caught: true, consequence: 'risk', app: alarm(running, {}) },
  { name: 'the percentages are added up', caught: true, app: alarm((parts) => ({ ...right(parts), Statistic: 'Sum' })) },
  { name: 'the period is ten seconds', caught: true, app: alarm((parts) => ({ ...right(parts), Period: 10 })) },
  {
    name: 'a metric of an expression lacks the cluster',
    caught: true,
    app: alarm((parts) => ({
      MetricName: undefined,
      Namespace: undefined,
      Metrics: [
        { Id: 'e', Expression: 'm / 2' },
        { Id: 'm', MetricStat: { Metric: { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', ...dimensions({ ServiceName: parts.service.getAtt('Name') }) }, Stat: 'Average', Period: 60 } },
      ],
    })),
  },
  { name: 'a policy follows a metric of no service', caught: true, app: tracked(({ cluster }) => ({ Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', ...dimensions({ ECSCluster: cluster.ref }) })) },
  { name: 'the target group is named by its ARN', caught: true, app: targets((balancer, group) => ({ LoadBalancer: balancer.getAtt('LoadBalancerFullName'), TargetGroup: group.ref })) },
  { name: 'the load balancer is missing', caught: true, app: targets((_, group) => ({ TargetGroup: group.getAtt('TargetGroupFullName') })) },
  { name: 'the load balancer is a text that is no full name', caught: true, app: targets(() => ({ LoadBalancer: 'web' }), 'RequestCount') },
  { name: 'the queue is named by its URL', caught: true, app: queueAlarm((queue) => ({ QueueName: queue.ref })) },
  { name: 'the queue is named by its ARN', caught: true, app: queueAlarm((queue) => ({ QueueName: queue.getAtt('Arn') })) },
  { name: 'the URL of the queue is a text', caught: true, app: queueAlarm(() => ({ QueueName: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' })) },
  { name: 'the dimension of the queue has other letters', caught: true, app: queueAlarm((queue) => ({ QueueUrl: queue.ref })) },
  { name: 'the queue is missing', caught: true, app: queueAlarm(() => ({})) },
  { name: 'the metric of the queue has other letters', caught: true, app: queueAlarm((queue) => ({ QueueName: queue.getAtt('QueueName') }), 'ApproximateAgeOfOldestmessage') },
  { name: 'the namespace of the queue has other letters', caught: true, app: queueAlarm((queue) => ({ QueueName: queue.getAtt('QueueName') }), 'NumberOfMessagesSent', 'AWS/Sqs') },
  { name: 'the queue has its name', caught: false, app: queueAlarm((queue) => ({ QueueName: queue.getAtt('QueueName') })) },
  { name: 'the name of the queue is a text', caught: false, app: queueAlarm(() => ({ QueueName: 'jobs.fifo' })) },
  { name: 'cluster and service are names', caught: false, app: alarm(right) },
  {
    name: 'the service publishes the metric every 20 seconds',
    caught: false,
    app: alarm((parts) => {
      parts.service.addPropertyOverride('Monitoring.MetricConfigurations', [{ MetricNames: ['CPUUtilization'], ResolutionSeconds: 20 }]);
      return { ...right(parts), Period: 20 };
    }),
  },
  { name: 'names are texts', caught: false, app: alarm(() => dimensions({ ClusterName: 'shop', ServiceName: 'web' })) },
  { name: 'the metric is of the whole cluster', caught: false, app: alarm(({ cluster }) => dimensions({ ClusterName: cluster.ref })) },
  { name: 'the cluster has Container Insights', caught: false, app: alarm(running) },
  { name: 'a number of samples is a number of tasks', caught: false, app: alarm((parts) => ({ ...right(parts), Statistic: 'SampleCount' })) },
  { name: 'the namespace is one of the user\'s own', caught: false, app: alarm(() => ({ ...dimensions({ Service: 'web' }), Namespace: 'Shop/ecs', MetricName: 'Jobs' })) },
  { name: 'Service Connect has dimensions of its own', caught: false, app: alarm(({ cluster }) => ({ ...dimensions({ ClusterName: cluster.ref, DiscoveryName: 'web' }), MetricName: 'RequestCount' })) },
  { name: 'target group and load balancer have full names', caught: false, app: targets((balancer, group) => ({ LoadBalancer: balancer.getAtt('LoadBalancerFullName'), TargetGroup: group.getAtt('TargetGroupFullName') })) },
  { name: 'requests per target are of the target group', caught: false, app: targets((_, group) => ({ TargetGroup: group.getAtt('TargetGroupFullName') }), 'RequestCountPerTarget') },
  { name: 'an alarm of the AWS CDK', caught: false, app: (stack) => void new Given(stack).service.metricCpuUtilization().createAlarm(stack, 'Busy', { threshold: 80, evaluationPeriods: 3 }) },
  { name: 'a parameter is the cluster', caught: false, notChecked: true, app: alarm(({ stack }) => dimensions({ ClusterName: parameter(stack), ServiceName: 'web' })) },
];
