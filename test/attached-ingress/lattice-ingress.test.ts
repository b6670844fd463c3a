import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import {
  Deployment, Ec2WorkerService, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, LatticeIngress, LatticeProtocol,
  type LatticeIngressProps,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const SERVICE = 'AWS::ECS::Service';
const prefixList = ec2.Peer.prefixList('pl-lattice');

type Given = Partial<LatticeIngressProps>;

function worker(stack: Stack, containerPorts = [8080]): FargateWorkerService {
  return new FargateWorkerService(stack, 'Orders', { cluster: testCluster(stack), image: IMAGE, containerPorts });
}

function templateOf(given: Given = {}, context = {}): Template {
  const stack = testStack(context);
  new LatticeIngress(stack, 'Lattice', { service: worker(stack), prefixList, ...given });
  return Template.fromStack(stack);
}

test('makes a service, a listener, a target group and a role', () => {
  const { Resources } = templateOf().toJSON();
  expect(Object.fromEntries(Object.entries(Resources).filter(([logicalId]) => logicalId.startsWith('Lattice')))).toMatchSnapshot();
});

test('two syntheses are equal', () => {
  expect(templateOf().toJSON()).toEqual(templateOf().toJSON());
});

describe.each(FLAG_SETS)('with $flags', ({ context }) => {
  test('ECS registers the tasks at their named port, once there is a listener', () => {
    const template = templateOf({}, context);
    template.hasResource(SERVICE, {
      Properties: {
        HealthCheckGracePeriodSeconds: 60,
        VpcLatticeConfigurations: [{
          PortName: 'port-8080',
          RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LatticeInfrastructureRole'), 'Arn'] },
          TargetGroupArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LatticeTargetGroup'), 'Arn'] },
        }],
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^LatticeListener')]),
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ PortMappings: [{ ContainerPort: 8080, Name: 'port-8080', Protocol: 'tcp' }] })],
    });
  });

  test('only VPC Lattice is allowed', () => {
    const template = templateOf({}, context);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^OrdersSecurityGroup'), 'GroupId'] },
      FromPort: 8080,
      IpProtocol: 'tcp',
      SourcePrefixListId: 'pl-lattice',
      ToPort: 8080,
    });
  });
});

test('has the options that are set', () => {
  const template = templateOf({
    targetProtocol: LatticeProtocol.HTTPS,
    listenerProtocol: LatticeProtocol.HTTP,
    latticeServiceIdentifier: 'svc-0123456789abcdefg',
    serviceNetworkIdentifiers: ['sn-0123456789abcdef1', 'sn-0123456789abcdef2'],
    healthCheckGracePeriod: Duration.minutes(2),
    healthCheck: { path: '/health', healthyHttpCodes: '200-299', interval: Duration.seconds(5), timeout: Duration.seconds(2), unhealthyThresholdCount: 3 },
  });
  template.resourceCountIs('AWS::VpcLattice::Service', 0);
  template.hasResourceProperties('AWS::VpcLattice::Listener', { ServiceIdentifier: 'svc-0123456789abcdefg', Protocol: 'HTTP', Port: 80 });
  for (const ServiceNetworkIdentifier of ['sn-0123456789abcdef1', 'sn-0123456789abcdef2']) {
    template.hasResourceProperties('AWS::VpcLattice::ServiceNetworkServiceAssociation', { ServiceIdentifier: 'svc-0123456789abcdefg', ServiceNetworkIdentifier });
  }
  template.hasResourceProperties(SERVICE, { HealthCheckGracePeriodSeconds: 120 });
  template.hasResourceProperties('AWS::VpcLattice::TargetGroup', {
    Config: {
      Protocol: 'HTTPS',
      HealthCheck: {
        Protocol: 'HTTPS', Path: '/health', Matcher: { HttpCode: '200-299' }, HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2, UnhealthyThresholdCount: 3,
      },
    },
  });
});

test('two ports of one service share a role, and the grace period of its load balancer stays', () => {
  const stack = testStack();
  const service = new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), healthCheckGracePeriod: Duration.seconds(90),
  });
  service.mainContainer.addPortMappings({ containerPort: 9000, name: 'admin' });
  const { infrastructureRole } = new LatticeIngress(stack, 'Lattice', { service, prefixList });
  new LatticeIngress(stack, 'Admin', { service, prefixList, containerPort: 9000, infrastructureRole });
  Template.fromStack(stack).hasResourceProperties(SERVICE, {
    HealthCheckGracePeriodSeconds: 90,
    LoadBalancers: [Match.objectLike({ ContainerPort: 80 })],
    VpcLatticeConfigurations: [{ PortName: 'port-80', TargetGroupArn: Match.anyValue(), RoleArn: stack.resolve(infrastructureRole.roleArn) },
      { PortName: 'admin', TargetGroupArn: Match.anyValue(), RoleArn: stack.resolve(infrastructureRole.roleArn) }],
  });
});

test('takes services made without this library, and a role', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('web', { image: IMAGE, portMappings: [{ containerPort: 3000, name: 'http' }] });
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
  const infrastructureRole = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/ecs');
  new LatticeIngress(stack, 'Lattice', { service: EcsWorkload.fromService(plain), prefixList, infrastructureRole });
  Template.fromStack(stack).hasResourceProperties(SERVICE, {
    VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::123456789012:role/ecs', TargetGroupArn: Match.anyValue() }],
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number, text } = tokens(stack);
  const seconds = Duration.seconds(number);
  new LatticeIngress(stack, 'Lattice', {
    service: worker(stack, [number]),
    prefixList,
    containerPort: number,
    listenerPort: number,
    latticeServiceIdentifier: text,
    serviceNetworkIdentifiers: [text],
    healthCheckGracePeriod: seconds,
    healthCheck: { path: text, healthyHttpCodes: text, interval: seconds, timeout: seconds, healthyThresholdCount: number },
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::VpcLattice::TargetGroup', { Config: { Port: { Ref: 'Number' }, HealthCheck: { Path: { Ref: 'Text' } } } });
  template.hasResourceProperties(SERVICE, { HealthCheckGracePeriodSeconds: { Ref: 'Number' }, VpcLatticeConfigurations: [Match.objectLike({ PortName: 'lattice' })] });
});

describe('invalid props', () => {
  test.each<[string, Given]>([
    ['containerPort is 0, it must be a whole number from 1 to 65535', { containerPort: 0 }],
    ["containerPort is 81, and container 'app' has no such port [net-lb-container-port-missing]", { containerPort: 81 }],
    ['listenerPort is 70000', { listenerPort: 70000 }],
    ['healthCheck.interval is 4 seconds', { healthCheck: { interval: Duration.seconds(4) } }],
    ['healthCheck.timeout is 121 seconds', { healthCheck: { timeout: Duration.seconds(121) } }],
    ['healthCheck.healthyThresholdCount is 1', { healthCheck: { healthyThresholdCount: 1 } }],
    ["healthCheck.path is 'health', it must be a path that begins with a slash", { healthCheck: { path: 'health' } }],
    ["healthCheck.healthyHttpCodes is '2xx'", { healthCheck: { healthyHttpCodes: '2xx' } }],
    ['healthCheckGracePeriod is 0.5 seconds', { healthCheckGracePeriod: Duration.millis(500) }],
  ])('fails: %s', (headline, given) => {
    const stack = testStack();
    const props = { service: worker(stack), prefixList, ...given };
    expect(refusalOf(stack, 'Lattice', (scope, id) => new LatticeIngress(scope, id, props))).toContain(headline);
  });

  test('fails for a container without ports', () => {
    const stack = testStack();
    const props = { service: worker(stack, []), prefixList };
    expect(refusalOf(stack, 'Lattice', (scope, id) => new LatticeIngress(scope, id, props))).toContain("containerPort is left out, and container 'app' has no such port");
  });

  test('fails for a service whose deployments move traffic', () => {
    const stack = testStack();
    const service = new FargateWebService(stack, 'Web', {
      cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment: Deployment.blueGreen(),
    });
    expect(refusalOf(stack, 'Lattice', (scope, id) => new LatticeIngress(scope, id, { service, prefixList }))).toContain('service moves its traffic between two target groups');
    const plain = EcsWorkload.fromService(service.service);
    expect(refusalOf(stack, 'Lattice', (scope, id) => new LatticeIngress(scope, id, { service: plain, prefixList }))).toContain('[dpl-bluegreen-wiring]');
  });

  test('fails for tasks without addresses of their own', () => {
    const stack = testStack();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc: testVpc(stack), hasEc2Capacity: true });
    const service = new Ec2WorkerService(stack, 'Orders', {
      cluster, image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE, containerPorts: [8080],
    });
    expect(refusalOf(stack, 'Lattice', (scope, id) => new LatticeIngress(scope, id, { service, prefixList }))).toContain('service runs in bridge mode');
  });
});
