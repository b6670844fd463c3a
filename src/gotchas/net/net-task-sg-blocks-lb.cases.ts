import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { CfnOutput, Stack, type CfnResource } from 'aws-cdk-lib/core';
import { balancedService, loadBalancer, securityGroup } from './balanced-app.cases';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Rule = Readonly<Record<string, unknown>>;

/** The service has a security group with the rules, of which those without addresses allow the load balancer. */
function behind(stack: Stack, rules: readonly Rule[], balancer: Rule = {}, targets: Rule = {}): string {
  const from = securityGroup(stack, 'BalancerGroup');
  const group = securityGroup(stack, 'TaskGroup', ...rules.map((rule) => 'CidrIp' in rule ? rule : { SourceSecurityGroupId: from, ...rule }));
  balancedService(stack, { balancer: { SecurityGroups: [from], ...balancer }, network: { SecurityGroups: [group] }, targetGroup: targets });
  return group;
}

/** The security group of the load balancer has one rule for traffic out. */
function sending(stack: Stack, port: number | string): void {
  const rule = { IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '0.0.0.0/0' };
  const { ref } = resource(stack, 'Sending', 'AWS::EC2::SecurityGroup', { GroupDescription: 'load balancer', VpcId: 'vpc-1', SecurityGroupEgress: [rule] });
  behind(stack, [{ ...HTTP, CidrIp: '10.0.0.0/16' }], { SecurityGroups: [ref] });
}

/** A service on instances, whose security group has the rule. */
function onInstances(stack: Stack, rule: Rule | undefined, port: Rule = {}, mode = 'bridge'): void {
  const from = securityGroup(stack, 'BalancerGroup');
  const group = securityGroup(stack, 'InstanceGroup', ...rule ? [{ IpProtocol: 'tcp', SourceSecurityGroupId: from, ...rule }] : []);
  const provider = instances(stack, { launch: { SecurityGroupIds: [group] } });
  const targets = targetGroup(stack, { TargetType: 'instance' });
  (stack.node.findChild('Listener') as CfnResource).addPropertyOverride('LoadBalancerArn', loadBalancer(stack, { SecurityGroups: [from] }).ref);
  service(stack, {
    LaunchType: undefined,
    CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }],
    TaskDefinition: fargateTask(stack, { NetworkMode: mode, RequiresCompatibilities: ['EC2'] }, { PortMappings: [{ ContainerPort: 80, ...port }] }).ref,
    LoadBalancers: [{ TargetGroupArn: targets.ref, ContainerName: 'app', ContainerPort: 80 }],
  });
}

const HTTP = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };
const UDP = { ...HTTP, IpProtocol: 'udp' };
const NETWORK = { Type: 'network', SecurityGroups: [] };
const image = ecs.ContainerImage.fromRegistry('nginx:1.27');

const KEPT = { Protocol: 'TCP', TargetGroupAttributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }] };
const PUBLIC = { Type: 'network', Scheme: 'internet-facing', SecurityGroups: [] };

export const cases: readonly GotchaCase[] = [
  { name: 'instances without a rule', caught: true, app: (stack) => onInstances(stack, undefined) },
  { name: 'instances that admit the container port, and ECS chooses another', caught: true, app: (stack) => onInstances(stack, { FromPort: 80, ToPort: 80 }) },
  { name: 'instances that admit half of the ports', caught: true, consequence: 'misbehaves', app: (stack) => onInstances(stack, { FromPort: 49153, ToPort: 65535 }) },
  { name: 'instances without a rule for the fixed port', caught: true, app: (stack) => onInstances(stack, { FromPort: 80, ToPort: 80 }, { HostPort: 8080 }) },
  { name: 'instances that admit the ports ECS chooses from', caught: false, app: (stack) => onInstances(stack, { FromPort: 32768, ToPort: 65535 }, { HostPort: 0 }) },
  { name: 'instances that admit the fixed port', caught: false, app: (stack) => onInstances(stack, { FromPort: 8080, ToPort: 8080 }, { HostPort: 8080 }) },
  { name: 'network mode host', caught: false, app: (stack) => onInstances(stack, { FromPort: 80, ToPort: 80 }, {}, 'host') },
  { name: 'a parameter is a port of instances', caught: false, notChecked: true, app: (stack) => onInstances(stack, { FromPort: parameter(stack), ToPort: 65535 }) },
  {
    name: 'instances and a load balancer of the CDK',
    caught: false,
    app: (stack) => {
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), capacity: { instanceType: new ec2.InstanceType('t3.large') } });
      new patterns.ApplicationLoadBalancedEc2Service(stack, 'Web', { cluster, memoryLimitMiB: 256, taskImageOptions: { image } });
    },
  },
  { name: 'no rule', caught: true, app: (stack) => void behind(stack, []) },
  { name: 'a rule for another port', caught: true, app: (stack) => void behind(stack, [{ ...HTTP, FromPort: 8080, ToPort: 8080 }]) },
  { name: 'a rule for UDP', caught: true, app: (stack) => void behind(stack, [{ ...HTTP, IpProtocol: 'udp' }]) },
  {
    name: 'a rule for another security group',
    caught: true,
    app: (stack) => void behind(stack, [{ ...HTTP, SourceSecurityGroupId: securityGroup(stack, 'Bastion') }]),
  },
  { name: 'a Network Load Balancer without a security group, and no rule', caught: true, consequence: 'risk', app: (stack) => void behind(stack, [], NETWORK, { Protocol: 'TCP' }) },
  {
    name: 'a Network Load Balancer with a service of the CDK',
    caught: true,
    consequence: 'risk',
    app: (stack) => void new patterns.NetworkLoadBalancedFargateService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image } }),
  },
  { name: 'the load balancer may send to other ports alone', caught: true, app: (stack) => sending(stack, 443) },
  { name: 'the load balancer may send to the container port', caught: false, app: (stack) => sending(stack, 80) },
  { name: 'the load balancer may send to a port by a parameter', caught: false, notChecked: true, app: (stack) => sending(stack, parameter(stack)) },
  { name: 'a rule for the container port alone, and a health check on another', caught: true, app: (stack) => void behind(stack, [HTTP], {}, { HealthCheckPort: '8081' }) },
  {
    name: 'a rule for the port of the health check too',
    caught: false,
    app: (stack) => void behind(stack, [HTTP, { ...HTTP, FromPort: 8081, ToPort: 8081 }], {}, { HealthCheckPort: '8081' }),
  },
  { name: 'a health check on the port of the traffic', caught: false, app: (stack) => void behind(stack, [HTTP], {}, { HealthCheckPort: 'traffic-port' }) },
  {
    name: 'a parameter decides the port of the health check',
    caught: false,
    notChecked: true,
    app: (stack) => void behind(stack, [HTTP], {}, { HealthCheckPort: parameter(stack) }),
  },
  { name: 'a rule for the load balancer', caught: false, app: (stack) => void behind(stack, [HTTP]) },
  { name: 'a rule for a range of ports', caught: false, app: (stack) => void behind(stack, [{ ...HTTP, FromPort: 0, ToPort: 65535 }]) },
  { name: 'a rule for TCP in capitals', caught: false, app: (stack) => void behind(stack, [{ ...HTTP, IpProtocol: 'TCP' }]) },
  { name: 'a rule for every protocol', caught: false, app: (stack) => void behind(stack, [{ IpProtocol: '-1' }]) },
  { name: 'a rule for the addresses of the VPC', caught: false, app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '10.0.0.0/16' }], NETWORK, { Protocol: 'TCP' }) },
  {
    name: 'a rule of another stack',
    caught: false,
    app: (stack) => {
      const group = behind(stack, []);
      resource(new Stack(stack.node.root, 'Rules', { env: { account: stack.account, region: stack.region } }), 'Rule', 'AWS::EC2::SecurityGroupIngress', { GroupId: group, ...HTTP, CidrIp: '10.0.0.0/16' });
    },
  },
  {
    name: 'a web service of ecs-patterns',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image } }),
  },
  { name: 'private addresses alone for clients whose addresses are kept', caught: true, consequence: 'misbehaves', app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '10.0.0.0/16' }], PUBLIC, KEPT) },
  { name: 'all addresses for clients whose addresses are kept', caught: false, app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '0.0.0.0/0' }], PUBLIC, KEPT) },
  { name: 'private addresses for clients of an internal load balancer', caught: false, app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '10.0.0.0/16' }], { ...PUBLIC, Scheme: 'internal' }, KEPT) },
  { name: 'a target group for UDP', caught: true, consequence: 'risk', app: (stack) => void behind(stack, [], NETWORK, { Protocol: 'UDP' }) },
  { name: 'TCP alone for a target group for UDP', caught: true, consequence: 'risk', app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '0.0.0.0/0' }], NETWORK, { Protocol: 'UDP' }) },
  { name: 'TCP alone for one for both', caught: true, consequence: 'risk', app: (stack) => void behind(stack, [{ ...HTTP, CidrIp: '0.0.0.0/0' }], NETWORK, { Protocol: 'TCP_UDP' }) },
  {
    name: 'the health check of a target group for UDP',
    caught: true,
    consequence: 'risk',
    app: (stack) => void behind(stack, [{ ...UDP, CidrIp: '0.0.0.0/0' }], NETWORK, { Protocol: 'UDP', HealthCheckPort: '8080' }),
  },
  { name: 'UDP', caught: false, app: (stack) => void behind(stack, [{ ...UDP, CidrIp: '0.0.0.0/0' }], NETWORK, { Protocol: 'UDP' }) },
  { name: 'TCP and UDP', caught: false, app: (stack) => void behind(stack, [HTTP, UDP].map((rule) => ({ ...rule, CidrIp: '0.0.0.0/0' })), NETWORK, { Protocol: 'TCP_UDP' }) },
  {
    name: 'the security group comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void balancedService(stack, { network: { SecurityGroups: [parameter(stack)] } }),
  },
  {
    name: 'the rule is for a security group from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void behind(stack, [{ ...HTTP, SourceSecurityGroupId: 'sg-1' }], { SecurityGroups: [parameter(stack)] }),
  },
  {
    name: 'an output exposes the security group to stacks that add rules',
    caught: false,
    notChecked: true,
    app: (stack) => void new CfnOutput(stack, 'Group', { value: behind(stack, []) }),
  },
];
