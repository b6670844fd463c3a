import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, Ec2WebService, Ec2WorkerService, Ingress, type Ec2WebServiceProps, type Ec2WorkerServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

function instances(stack: Stack): ecs.ICluster {
  return ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName: 'shop',
    vpc: testVpc(stack),
    securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')],
  });
}

function workerTemplate(props: Partial<Ec2WorkerServiceProps>): Template {
  const stack = testStack();
  new Ec2WorkerService(stack, 'Worker', { cluster: instances(stack), image: IMAGE, memoryLimitMiB: 256, ...props });
  return Template.fromStack(stack);
}

function webTemplate(props: Partial<Ec2WebServiceProps>): Template {
  const stack = testStack();
  new Ec2WebService(stack, 'Web', {
    cluster: instances(stack), image: IMAGE, memoryLimitMiB: 256, containerPort: 80, ingress: Ingress.publicHttp(), ...props,
  });
  return Template.fromStack(stack);
}

describe.each(FLAG_SETS)('EC2 services with $flags', ({ context }) => {
  test('the worker synthesizes its recorded template', () => {
    const stack = testStack(context);
    new Ec2WorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 256 });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('the web service synthesizes its recorded template', () => {
    const stack = testStack(context);
    new Ec2WebService(stack, 'Web', {
      cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 256, containerPort: 80, ingress: Ingress.publicHttp(),
    });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('tasks are spread over the zones, and kept so', () => {
    const stack = testStack(context);
    new Ec2WorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 256 });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      LaunchType: 'EC2',
      DesiredCount: 2,
      PlacementStrategies: [{ Type: 'spread', Field: 'attribute:ecs.availability-zone' }],
      AvailabilityZoneRebalancing: 'ENABLED',
    });
  });
});

describe('awsvpc mode', () => {
  test('creates addresses and a security group for the tasks', () => {
    const template = workerTemplate({});
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: 'awsvpc', RequiresCompatibilities: ['EC2'] });
    template.hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-private-a', 'subnet-private-b'], AssignPublicIp: 'DISABLED' } },
    });
    template.resourceCountIs('AWS::EC2::SecurityGroup', 1);
  });

  test('has targets with addresses', () => {
    webTemplate({}).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Port: 80 });
  });
});

describe.each([ecs.NetworkMode.BRIDGE, ecs.NetworkMode.HOST])('%s mode', (networkMode) => {
  test('creates neither addresses nor security groups for the tasks', () => {
    const template = workerTemplate({ networkMode });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: networkMode });
    template.hasResourceProperties('AWS::ECS::Service', { NetworkConfiguration: Match.absent() });
    template.resourceCountIs('AWS::EC2::SecurityGroup', 0);
  });

  test('has instances as targets', () => {
    webTemplate({ networkMode }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'instance' });
  });
});

test('in bridge mode the instances are opened on the ports that ECS chooses from', () => {
  webTemplate({ networkMode: ecs.NetworkMode.BRIDGE }).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
    GroupId: 'sg-instances', FromPort: 32768, ToPort: 65535,
  });
});

test('in host mode the instances are opened on the port of the container', () => {
  webTemplate({ networkMode: ecs.NetworkMode.HOST }).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
    GroupId: 'sg-instances', FromPort: 80, ToPort: 80,
  });
});

describe('placement', () => {
  test('follows the strategies that are set', () => {
    workerTemplate({ placementStrategies: [ecs.PlacementStrategy.packedByMemory()] }).hasResourceProperties('AWS::ECS::Service', {
      PlacementStrategies: [{ Type: 'binpack', Field: 'MEMORY' }],
    });
  });

  test('leaves zones as they are where another strategy comes first', () => {
    workerTemplate({ placementStrategies: [ecs.PlacementStrategy.packedByMemory()] })
      .hasResourceProperties('AWS::ECS::Service', { AvailabilityZoneRebalancing: 'DISABLED' });
  });

  test('rebalances zones where no strategy comes first', () => {
    workerTemplate({ placementStrategies: [] }).hasResourceProperties('AWS::ECS::Service', { AvailabilityZoneRebalancing: 'ENABLED' });
  });

  test('keeps the constraints that are set', () => {
    const template = workerTemplate({
      placementConstraints: [ecs.PlacementConstraint.distinctInstances(), ecs.PlacementConstraint.memberOf('attribute:disk == ssd')],
    });
    template.hasResourceProperties('AWS::ECS::Service', {
      PlacementConstraints: [{ Type: 'distinctInstance' }, { Type: 'memberOf', Expression: 'attribute:disk == ssd' }],
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { PlacementConstraints: Match.absent() });
  });

  test('leaves zones as they are where a constraint is about them', () => {
    workerTemplate({ placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.availability-zone == eu-west-1a')] })
      .hasResourceProperties('AWS::ECS::Service', { AvailabilityZoneRebalancing: 'DISABLED' });
  });
});

describe('a capacity', () => {
  function onCapacity(stack: Stack) {
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
    const capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
    return { cluster, capacity };
  }

  test('is where the tasks run', () => {
    const stack = testStack();
    const { cluster, capacity } = onCapacity(stack);
    new Ec2WorkerService(stack, 'Worker', { cluster, capacity, image: IMAGE, memoryLimitMiB: 256 });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
      CapacityProviderStrategy: [{ CapacityProvider: stack.resolve(capacity.capacityProvider.capacityProviderName), Weight: 1 }],
      LaunchType: Match.absent(),
    });
  });

  test('belongs to the cluster before the service starts', () => {
    const stack = testStack();
    const { cluster, capacity } = onCapacity(stack);
    new Ec2WorkerService(stack, 'Worker', { cluster, capacity, image: IMAGE, memoryLimitMiB: 256 });
    const template = Template.fromStack(stack);
    const [association] = Object.keys(template.findResources('AWS::ECS::ClusterCapacityProviderAssociations'));
    template.hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([association]) });
  });

  test('of bridge mode is opened to the load balancer', () => {
    const stack = testStack();
    const { cluster, capacity } = onCapacity(stack);
    new Ec2WebService(stack, 'Web', {
      cluster, capacity, image: IMAGE, memoryLimitMiB: 256, containerPort: 80, networkMode: ecs.NetworkMode.BRIDGE, ingress: Ingress.publicHttp(),
    });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CapacitySecurityGroup'), 'GroupId'] }, FromPort: 32768, ToPort: 65535,
    });
  });
});

test('fails when a container has no memory', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = refusalOf(stack, 'Worker', (scope, id) => new Ec2WorkerService(scope, id, { cluster, image: IMAGE }));
  expect(message).toContain('[td-ec2-no-memory]');
  expect(message).toContain('at:   Shop/Worker (containers[app].memoryReservationMiB)');
});

test.each<[string, Partial<Ec2WorkerServiceProps>]>([
  ['vpcSubnets', { vpcSubnets: { availabilityZones: ['eu-west-1a'] } }],
  ['securityGroups', { securityGroups: [] }],
])('fails when %s are set outside of awsvpc mode', (property, props) => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = refusalOf(stack, 'Worker', (scope, id) =>
    new Ec2WorkerService(scope, id, { cluster, image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE, ...props }));
  expect(message).toContain(`${property} is set, and tasks in network mode bridge have the network of their instances [net-network-config-mode]`);
  expect(message).toContain(`at:   Shop/Worker (${property})`);
});

test('a container may take longer to stop than on Fargate', () => {
  workerTemplate({ stopTimeout: Duration.minutes(5) }).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [Match.objectLike({ StopTimeout: 300 })],
  });
});

test('tokens pass in names and numbers', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  new Ec2WebService(stack, 'Web', {
    cluster: testCluster(stack),
    image: IMAGE,
    memoryReservationMiB: number,
    cpu: number,
    containerPort: number,
    ingress: Ingress.internalHttp(),
    serviceName: text,
    placementConstraints: [ecs.PlacementConstraint.memberOf(text)],
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ECS::Service', { ServiceName: { Ref: 'Text' }, PlacementConstraints: [{ Expression: { Ref: 'Text' } }] });
});
