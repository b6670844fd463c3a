import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { CloudMapDiscovery, Ec2WorkerService, FargateWorkerService, type CloudMapDiscoveryProps, type IEcsWorkload } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

function dnsNamespace(stack: Stack): cloudmap.INamespace {
  return cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Namespace', {
    namespaceId: 'ns-1', namespaceName: 'demo.local', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1',
  });
}

function onFargate(stack: Stack, containerPorts: number[] | undefined = [8080]): IEcsWorkload {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, containerPorts });
}

function onEc2(stack: Stack, networkMode: ecs.NetworkMode, containerPorts: number[] | undefined = [8080]): IEcsWorkload {
  return new Ec2WorkerService(stack, 'Worker', {
    cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'shop',
      vpc: testVpc(stack),
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')],
    }),
    image: IMAGE,
    memoryLimitMiB: 256,
    networkMode,
    containerPorts,
  });
}

function discovery(stack: Stack, service: IEcsWorkload, props: Partial<CloudMapDiscoveryProps> = {}): CloudMapDiscovery {
  return new CloudMapDiscovery(stack, 'Discovery', { service, dnsNamespace: dnsNamespace(stack), name: 'worker', ...props });
}

describe.each(FLAG_SETS)('CloudMapDiscovery with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    discovery(stack, onFargate(stack));
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('answers with the address of each healthy task', () => {
    const stack = testStack(context);
    const { cloudMapService } = discovery(stack, onFargate(stack));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ServiceDiscovery::Service', {
      Name: 'worker',
      NamespaceId: 'ns-1',
      DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 10 }], RoutingPolicy: 'MULTIVALUE' },
      HealthCheckCustomConfig: { FailureThreshold: 1 },
    });
    template.hasResourceProperties('AWS::ECS::Service', {
      ServiceRegistries: [{ RegistryArn: stack.resolve(cloudMapService.serviceArn), ContainerName: Match.absent(), ContainerPort: Match.absent() }],
    });
  });
});

describe.each([ecs.NetworkMode.BRIDGE, ecs.NetworkMode.HOST])('in %s mode', (networkMode) => {
  test('answers with the address and the port of the instance', () => {
    const stack = testStack();
    discovery(stack, onEc2(stack, networkMode));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ServiceDiscovery::Service', { DnsConfig: { DnsRecords: [{ Type: 'SRV', TTL: 10 }] } });
    template.hasResourceProperties('AWS::ECS::Service', {
      ServiceRegistries: [Match.objectLike({ ContainerName: 'app', ContainerPort: 8080 })],
    });
  });

  test('fails when the main container does not map the port', () => {
    const stack = testStack();
    const service = onEc2(stack, networkMode);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new CloudMapDiscovery(scope, id, {
      service, dnsNamespace: dnsNamespace(stack), name: 'worker', containerPort: 9090,
    }));
    expect(message).toContain("containerPort (9090) is not mapped by container 'app', whose SRV records need it [sd-registry-not-wired]");
  });

  test('fails when the main container has no port', () => {
    const stack = testStack();
    const service = onEc2(stack, networkMode, []);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new CloudMapDiscovery(scope, id, { service, dnsNamespace: dnsNamespace(stack), name: 'worker' }));
    expect(message).toContain("containerPort is left out, and container 'app' has no port [sd-registry-not-wired]");
  });
});

test('answers are cached for the time that is set', () => {
  const stack = testStack();
  discovery(stack, onFargate(stack), { dnsTtl: Duration.minutes(1) });
  Template.fromStack(stack).hasResourceProperties('AWS::ServiceDiscovery::Service', { DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 60 }] } });
});

test('a service without ports can be found, without callers', () => {
  const stack = testStack();
  discovery(stack, onFargate(stack, []));
  expect(() => Template.fromStack(stack)).not.toThrow();
});

describe('allowFrom', () => {
  const caller = (stack: Stack) => ec2.SecurityGroup.fromSecurityGroupId(stack, 'Caller', 'sg-caller');

  test('opens the first port of the main container to the callers', () => {
    const stack = testStack();
    discovery(stack, onFargate(stack), { allowFrom: [caller(stack)] });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkerSecurityGroup'), 'GroupId'] },
      SourceSecurityGroupId: 'sg-caller',
      FromPort: 8080,
      ToPort: 8080,
    });
  });

  test('opens the port that is set', () => {
    const stack = testStack();
    discovery(stack, onFargate(stack), { allowFrom: [caller(stack)], containerPort: 9090 });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 9090, ToPort: 9090 });
  });

  test('opens nothing unless asked to', () => {
    const stack = testStack();
    discovery(stack, onFargate(stack));
    Template.fromStack(stack).resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
  });

  test('opens the ports that ECS chooses from in bridge mode', () => {
    const stack = testStack();
    discovery(stack, onEc2(stack, ecs.NetworkMode.BRIDGE), { allowFrom: [caller(stack)] });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-instances', FromPort: 32768, ToPort: 65535 });
  });

  test('opens the port of the container in host mode', () => {
    const stack = testStack();
    discovery(stack, onEc2(stack, ecs.NetworkMode.HOST), { allowFrom: [caller(stack)] });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-instances', FromPort: 8080, ToPort: 8080 });
  });

  test('fails when there is no port to open', () => {
    const stack = testStack();
    const service = onFargate(stack, []);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new CloudMapDiscovery(scope, id, {
      service, dnsNamespace: dnsNamespace(stack), name: 'worker', allowFrom: [caller(stack)],
    }));
    expect(message).toContain("containerPort is left out, and container 'app' has no port [sd-registry-not-wired]");
    expect(message).toContain('fix:  set containerPorts on the main container, and name one of them here');
  });
});

test.each<[Partial<CloudMapDiscoveryProps>, string]>([
  [{ name: 'my.service' }, "name is 'my.service', it must have 1 to 63 letters, digits, underscores and hyphens"],
  [{ name: '-a' }, "name is '-a'"],
  [{ name: '' }, "name is ''"],
  [{ name: '_' }, "name is '_'"],
  [{ dnsTtl: Duration.millis(1500) }, 'dnsTtl is 1.5 seconds, it must be a whole number from 0 to 2147483647 seconds'],
  [{ containerPort: 0 }, 'containerPort is 0, it must be a whole number from 1 to 65535'],
])('fails for %j', (props, words) => {
  const stack = testStack();
  const service = onFargate(stack);
  const message = refusalOf(stack, 'Discovery', (scope, id) => new CloudMapDiscovery(scope, id, {
    service, dnsNamespace: dnsNamespace(stack), name: 'worker', ...props,
  }));
  expect(message).toContain(words);
});

test('fails when the namespace answers no DNS queries', () => {
  const stack = testStack();
  const service = onFargate(stack);
  const http = new cloudmap.HttpNamespace(stack, 'Http', { name: 'shop' });
  const message = refusalOf(stack, 'Discovery', (scope, id) => new CloudMapDiscovery(scope, id, { service, dnsNamespace: http, name: 'worker' }));
  expect(message).toContain("dnsNamespace 'shop' is an HTTP namespace, which answers no DNS queries");
  expect(message).toContain('fix:  use a PrivateDnsNamespace');
});

test('fails when the service is in a namespace already', () => {
  const stack = testStack();
  const service = onFargate(stack);
  const props = { service, dnsNamespace: dnsNamespace(stack), name: 'worker' };
  new CloudMapDiscovery(stack, 'First', props);
  const message = refusalOf(stack, 'Second', (scope, id) => new CloudMapDiscovery(scope, id, props));
  expect(message).toContain('service is in a namespace already, ECS registers it in one');
});

test('tokens pass in names and numbers', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  discovery(stack, onFargate(stack), { name: text, dnsTtl: Duration.seconds(number), containerPort: number, allowFrom: [ec2.Peer.anyIpv4()] });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ServiceDiscovery::Service', {
    Name: { Ref: 'Text' }, DnsConfig: { DnsRecords: [{ Type: 'A', TTL: { Ref: 'Number' } }] },
  });
});

test.each(['worker', 'Worker'])('a second service of the name in the namespace is refused: %s', (name) => {
  const stack = testStack();
  const namespace = dnsNamespace(stack);
  new CloudMapDiscovery(stack, 'Discovery', { service: onFargate(stack), dnsNamespace: namespace, name: 'worker' });
  const other = new FargateWorkerService(stack, 'Other', { cluster: stack.node.findChild('Cluster') as unknown as ecs.ICluster, image: IMAGE, containerPorts: [8080] });
  const again = (chosen: string) => new CloudMapDiscovery(stack, `Discovery${chosen}`, { service: other, dnsNamespace: namespace, name: chosen });
  expect(messageOf(() => again(name))).toContain(`name is '${name}', which Shop/Discovery has in the namespace`);
  expect(() => again('other')).not.toThrow();
});
