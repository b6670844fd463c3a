import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { Ec2WorkerService, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, NetworkIngress, type NetworkIngressProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const { TCP, UDP, TCP_UDP, TLS, HTTPS } = elbv2.Protocol;
const NLB = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

type Given = Omit<NetworkIngressProps, 'service'>;

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Broker', { cluster: testCluster(stack), image: IMAGE });
}

function certificate(stack: Stack): acm.ICertificate {
  return acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
}

function templateOf(of: (stack: Stack) => Given, context = {}): Template {
  const stack = testStack(context);
  const service = worker(stack);
  new NetworkIngress(stack, 'Network', { service, ...of(stack) });
  return Template.fromStack(stack);
}

const mqtt: Given = { listeners: [{ port: 8883, containerPort: 1883 }] };

test('makes a load balancer, a listener and a target group', () => {
  const resources = templateOf(() => mqtt).toJSON().Resources;
  const ours = Object.entries(resources).filter(([logicalId]) => logicalId.startsWith('Network'));
  expect(Object.fromEntries(ours)).toMatchSnapshot();
});

describe.each(FLAG_SETS)('security groups with $flags', ({ context }) => {
  test('allow clients at the load balancer, and the load balancer at the tasks', () => {
    const template = templateOf(() => mqtt, context);
    template.hasResourceProperties(NLB, { Type: 'network', SecurityGroups: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^NetworkSecurityGroup'), 'GroupId'] }] });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: Match.stringLikeRegexp('Network/SecurityGroup'), SecurityGroupIngress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 8883, IpProtocol: 'tcp' })],
    });
    const fromTo = { IpProtocol: 'tcp', FromPort: 1883, ToPort: 1883 };
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { ...fromTo, SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NetworkSecurityGroup'), 'GroupId'] } });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { ...fromTo, GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NetworkSecurityGroup'), 'GroupId'] } });
  });

  test('allow no client at an internal load balancer by default', () => {
    const template = templateOf(() => ({ ...mqtt, internal: true }), context);
    template.hasResourceProperties(NLB, { Scheme: 'internal', Subnets: ['subnet-private-a', 'subnet-private-b'] });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', { GroupDescription: Match.stringLikeRegexp('Network/InternalSecurityGroup'), SecurityGroupIngress: Match.absent() });
  });

  test('allow the health check on its own port, over TCP', () => {
    const template = templateOf(() => ({ listeners: [{ port: 53, protocol: UDP, healthCheck: { port: '8080' } }], allowFrom: [ec2.Peer.ipv4('192.0.2.0/24')] }), context);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [Match.objectLike({ CidrIp: '192.0.2.0/24', FromPort: 53, IpProtocol: 'udp' })] });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { IpProtocol: 'udp', FromPort: 53 });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { IpProtocol: 'tcp', FromPort: 8080 });
  });
});

test('the container has the port, in the protocol', () => {
  const template = templateOf(() => ({ listeners: [{ port: 53, protocol: TCP_UDP }, { port: 9000 }] }));
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [Match.objectLike({
      PortMappings: [{ ContainerPort: 53, Protocol: 'tcp' }, { ContainerPort: 53, Protocol: 'udp' }, { ContainerPort: 9000, Protocol: 'tcp' }],
    })],
  });
  template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.objectLike({ ContainerPort: 53 }), Match.objectLike({ ContainerPort: 9000 })] });
});

test('the service waits for the listener, and has time to start', () => {
  templateOf(() => mqtt).hasResource('AWS::ECS::Service', {
    Properties: { HealthCheckGracePeriodSeconds: 60 }, DependsOn: Match.arrayWith([Match.stringLikeRegexp('^NetworkLoadBalancerTCP8883')]),
  });
});

test('TLS ends at the load balancer', () => {
  const template = templateOf((stack) => ({ listeners: [{ port: 443, containerPort: 1883, protocol: TLS, certificates: [certificate(stack)] }] }));
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Protocol: 'TLS', Port: 443, SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06' });
  template.hasResourceProperties(TARGET_GROUP, { Protocol: 'TCP', Port: 443, TargetType: 'ip' });
});

test('targets have the attributes that are set', () => {
  const template = templateOf(() => ({
    listeners: [{ port: 25, proxyProtocolV2: true, preserveClientIp: true, deregistrationDelay: Duration.minutes(2), healthCheck: { protocol: elbv2.Protocol.HTTP, path: '/health', interval: Duration.seconds(5) } }],
  }));
  template.hasResourceProperties(TARGET_GROUP, {
    HealthCheckProtocol: 'HTTP',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 5,
    TargetGroupAttributes: Match.arrayWith([
      { Key: 'proxy_protocol_v2.enabled', Value: 'true' },
      { Key: 'preserve_client_ip.enabled', Value: 'true' },
      { Key: 'deregistration_delay.timeout_seconds', Value: '120' },
    ]),
  });
});

test('has elastic addresses, a name and the other options', () => {
  const template = templateOf((stack) => ({
    ...mqtt,
    elasticIpAllocationIds: ['eipalloc-1', 'eipalloc-2'],
    crossZoneEnabled: true,
    deletionProtection: true,
    domainName: 'mqtt.example.com',
    hostedZone: route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }),
  }));
  template.hasResourceProperties(NLB, {
    SubnetMappings: [{ SubnetId: 'subnet-public-a', AllocationId: 'eipalloc-1' }, { SubnetId: 'subnet-public-b', AllocationId: 'eipalloc-2' }],
    LoadBalancerAttributes: Match.arrayWith([{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'load_balancing.cross_zone.enabled', Value: 'true' }]),
  });
  template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'mqtt.example.com.' });
});

test('stands beside the ingress of a web service, with a target group of its own', () => {
  const stack = testStack();
  const service = new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp() });
  new NetworkIngress(stack, 'Network', { service, ...mqtt });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.objectLike({ ContainerPort: 80 }), Match.objectLike({ ContainerPort: 1883 })] });
});

test('reaches a service in bridge mode at the ports of its instances', () => {
  const stack = testStack();
  const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')];
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc: testVpc(stack), securityGroups });
  const service = new Ec2WorkerService(stack, 'Broker', { cluster, image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE });
  new NetworkIngress(stack, 'Network', { service, ...mqtt });
  const template = Template.fromStack(stack);
  template.hasResourceProperties(TARGET_GROUP, { TargetType: 'instance' });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-instances', FromPort: 32768, ToPort: 65535, IpProtocol: 'tcp' });
});

test('takes services made without this library', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
  new NetworkIngress(stack, 'Network', { service: EcsWorkload.fromService(plain), ...mqtt });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.objectLike({ ContainerPort: 1883 })] });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const seconds = Duration.seconds(number);
  new NetworkIngress(stack, 'Network', {
    service: worker(stack),
    listeners: [
      { port: number, containerPort: 9000 },
      {
        port: number,
        containerPort: number,
        deregistrationDelay: seconds,
        healthCheck: { interval: seconds, timeout: seconds, healthyThresholdCount: number },
      },
    ],
  });
  templateWithoutTokens(stack).hasResourceProperties(TARGET_GROUP, { Port: { Ref: 'Number' }, HealthCheckIntervalSeconds: { Ref: 'Number' } });
});

describe('invalid props', () => {
  test.each<[string, (stack: Stack) => Given]>([
    ['listeners.length is 0 listeners', () => ({ listeners: [] })],
    ['listeners[0].port is 0, it must be a whole number from 1 to 65535', () => ({ listeners: [{ port: 0 }] })],
    ['listeners[0].protocol is HTTPS, a Network Load Balancer speaks TCP, UDP, TCP_UDP, TLS', () => ({ listeners: [{ port: 1, protocol: HTTPS }] })],
    ['listeners[0].certificates is left out, TLS needs a certificate [net-tls-listener]', () => ({ listeners: [{ port: 1, protocol: TLS }] })],
    ['listeners[0].certificates is set, and the listener speaks TCP', (stack) => ({ listeners: [{ port: 1, protocol: TCP, certificates: [certificate(stack)] }] })],
    ['listeners[0].healthCheck sets no port', () => ({ listeners: [{ port: 53, protocol: UDP }] })],
    ['listeners[0].preserveClientIp is false', () => ({ listeners: [{ port: 53, protocol: TCP_UDP, preserveClientIp: false }] })],
    ['listeners[0].proxyProtocolV2 is set, and the listener speaks TCP_UDP', () => ({ listeners: [{ port: 53, protocol: TCP_UDP, proxyProtocolV2: true }] })],
    ["listeners[0].containerName is 'nobody', which is no container of the task", () => ({ listeners: [{ port: 1, containerName: 'nobody' }] })],
    ['listeners[0].healthCheck.healthyThresholdCount is 11', () => ({ listeners: [{ port: 1, healthCheck: { healthyThresholdCount: 11 } }] })],
    ['listeners[0].deregistrationDelay is 3601 seconds', () => ({ listeners: [{ port: 1, deregistrationDelay: Duration.seconds(3601) }] })],
    ['listeners[1].port is 53/udp, which listeners[0] has', () => ({ listeners: [{ port: 53, protocol: TCP_UDP }, { port: 53, protocol: UDP, healthCheck: { port: '1' } }] })],
    ['elasticIpAllocationIds is set on an internal load balancer', () => ({ ...mqtt, internal: true, elasticIpAllocationIds: ['eipalloc-1'] })],
    ['elasticIpAllocationIds has 1 addresses for 2 subnets', () => ({ ...mqtt, elasticIpAllocationIds: ['eipalloc-1'] })],
    ['domainName is set without hostedZone', () => ({ ...mqtt, domainName: 'a.example.com' })],
  ])('fails: %s', (headline, of) => {
    const stack = testStack();
    const service = worker(stack);
    const props = { service, ...of(stack) };
    expect(refusalOf(stack, 'Network', (scope, id) => new NetworkIngress(scope, id, props))).toContain(headline);
  });
});
