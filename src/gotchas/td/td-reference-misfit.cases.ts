import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function behind(stack: Stack, attribute?: string): void {
  const group = targetGroup(stack);
  service(stack, { LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: attribute === undefined ? group.ref : group.getAtt(attribute) }] });
}

function registered(stack: Stack, RegistryArn: unknown): void {
  resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', {});
  service(stack, { ServiceRegistries: [{ RegistryArn }] });
}

function inGroup(stack: Stack, SecurityGroups: unknown): void {
  resource(stack, 'Group', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', VpcId: 'vpc-1' });
  service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups } } });
}

function logs(stack: Stack, of: unknown): void {
  resource(stack, 'Logs', 'AWS::Logs::LogGroup', {});
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': of, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' } } });
}

function secret(stack: Stack, ValueFrom: unknown): void {
  resource(stack, 'Given', 'AWS::SSM::Parameter', { Type: 'String', Value: 'x' });
  fargateTask(stack, {}, { Secrets: [{ Name: 'KEY', ValueFrom }] });
}

function scheduled(stack: Stack, target: Properties): void {
  resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
  resource(stack, 'Runner', 'AWS::IAM::Role', { AssumeRolePolicyDocument: {} });
  const TaskDefinitionArn = fargateTask(stack).ref;
  resource(stack, 'Nightly', 'AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 day)',
    Targets: [{ Id: 'task', Arn: get('Cluster', 'Arn'), RoleArn: get('Runner', 'Arn'), EcsParameters: { TaskDefinitionArn }, ...target }],
  });
}

function get(id: string, attribute: string): unknown {
  return { 'Fn::GetAtt': [id, attribute] };
}

function listens(stack: Stack, LoadBalancerArn: unknown): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-1', 'subnet-2'] });
  resource(stack, 'Open', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn, Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }] });
}

function routed(stack: Stack, ListenerArn: unknown): void {
  listens(stack, { Ref: 'Balancer' });
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn, Priority: 1, Conditions: [{ Field: 'path-pattern', Values: ['/*'] }], Actions: [{ Type: 'forward', TargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/1' }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the name of a target group', caught: true, app: (stack) => behind(stack, 'TargetGroupName') },
  { name: 'the id of a Cloud Map service', caught: true, app: (stack) => registered(stack, { Ref: 'Registry' }) },
  { name: 'the id of a Cloud Map service by Fn::Sub', caught: true, app: (stack) => registered(stack, { 'Fn::Sub': '${Registry.Id}' }) },
  { name: 'the id of a VPC for a security group', caught: true, app: (stack) => inGroup(stack, [get('Group', 'VpcId')]) },
  { name: 'the ARN of a log group', caught: true, consequence: 'never-works', app: (stack) => logs(stack, get('Logs', 'Arn')) },
  { name: 'the value of a parameter', caught: true, consequence: 'never-works', app: (stack) => secret(stack, get('Given', 'Value')) },
  { name: 'the name of the cluster of a rule', caught: true, app: (stack) => scheduled(stack, { Arn: { Ref: 'Cluster' } }) },
  { name: 'the name of the role of a rule', caught: true, app: (stack) => scheduled(stack, { RoleArn: { Ref: 'Runner' } }) },
  { name: 'the host name of a load balancer', caught: true, app: (stack) => listens(stack, get('Balancer', 'DNSName')) },
  { name: 'the load balancer in the place of its listener', caught: true, app: (stack) => routed(stack, { Ref: 'Balancer' }) },
  { name: 'the ARN of a target group', caught: false, app: (stack) => behind(stack) },
  { name: 'the ARN of a target group by its attribute', caught: false, app: (stack) => behind(stack, 'TargetGroupArn') },
  { name: 'the ARN of a Cloud Map service', caught: false, app: (stack) => registered(stack, get('Registry', 'Arn')) },
  { name: 'the id of a security group', caught: false, app: (stack) => inGroup(stack, [get('Group', 'GroupId'), { Ref: 'Group' }]) },
  { name: 'the name of a log group', caught: false, app: (stack) => logs(stack, { Ref: 'Logs' }) },
  { name: 'the name of a parameter', caught: false, app: (stack) => secret(stack, { Ref: 'Given' }) },
  { name: 'a rule with the ARNs of all', caught: false, app: (stack) => scheduled(stack, {}) },
  { name: 'the listener', caught: false, app: (stack) => routed(stack, { Ref: 'Open' }) },
  { name: 'a resource of another kind, which may yield it', caught: false, app: (stack) => registered(stack, get('Registry', 'Arn')) },
  { name: 'a parameter is the security group', caught: false, app: (stack) => inGroup(stack, [parameter(stack, 'Outer')]) },
];
