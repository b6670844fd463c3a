import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, Ec2WebService, Ec2WorkerService, EcsWorkload, Ingress, NetworkIngress } from '../../src';
import { FLAG_SETS, IMAGE, testCluster, testStack, testVpc } from '../support/stacks';

type Part = (stack: Stack, cluster: ecs.Cluster) => void;

const CAPACITY: Part = (stack, cluster) => new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
const WEB = (networkMode: ecs.NetworkMode): Part => (stack, cluster) => new Ec2WebService(stack, 'Web', {
  cluster, image: IMAGE, containerPort: 8080, memoryReservationMiB: 128, networkMode, ingress: Ingress.publicHttp(),
});
const NETWORK: Part = (stack, cluster) => {
  const service = new Ec2WorkerService(stack, 'Web', { cluster, image: IMAGE, memoryReservationMiB: 128, networkMode: ecs.NetworkMode.BRIDGE });
  new NetworkIngress(stack, 'Network', { service, listeners: [{ port: 53, protocol: Protocol.TCP_UDP }] });
};
const PLAIN: Part = (stack, cluster) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, memoryReservationMiB: 128 });
  const service = EcsWorkload.fromService(new ecs.Ec2Service(stack, 'Web', { cluster, taskDefinition }));
  new NetworkIngress(stack, 'Network', { service, listeners: [{ port: 80 }] });
};

function resources(parts: readonly Part[], context = {}): { [id: string]: any } {
  const stack = testStack(context);
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  for (const part of parts) part(stack, cluster);
  return Template.fromStack(stack).toJSON().Resources;
}

const rulesIn = (made: object) => Object.keys(made).filter((id) => /(to|from)Shop/.test(id));

describe.each(FLAG_SETS)('instances that join the cluster after the service, with $flags', ({ context }) => {
  test.each([
    ['a load balancer, in bridge mode', WEB(ecs.NetworkMode.BRIDGE), 2],
    ['a load balancer, in host mode', WEB(ecs.NetworkMode.HOST), 2],
    ['a Network Load Balancer', NETWORK, 4],
    ['a Network Load Balancer before a plain service', PLAIN, 2],
  ])('are opened to %s', (_what, service, rules) => {
    const first = resources([CAPACITY, service], context);
    expect(resources([service, CAPACITY], context)).toEqual(first);
    expect(rulesIn(first)).toHaveLength(rules);
  });
});

test('of another stack are opened from the stack of the service', () => {
  const templates = [true, false].map((capacityFirst) => {
    const app = new App({ analyticsReporting: false });
    const [platform, shop] = [new Stack(app, 'Platform'), new Stack(app, 'Shop')];
    const cluster = new ecs.Cluster(platform, 'Cluster', { vpc: testVpc(platform) });
    const parts = [() => CAPACITY(platform, cluster), () => WEB(ecs.NetworkMode.BRIDGE)(shop, cluster)];
    for (const part of capacityFirst ? parts : parts.reverse()) part();
    return Template.fromStack(shop).toJSON();
  });
  expect(templates[1]).toEqual(templates[0]);
  expect(Object.values<any>(templates[0].Resources).filter(({ Type }) => Type === 'AWS::EC2::SecurityGroupIngress')).toHaveLength(1);
});

describe('a cluster that names no security groups', () => {
  const id = Match.stringLikeRegexp('cdk-ecs-guardrails:instanceSecurityGroups');

  test('draws a warning where a load balancer has to reach instances', () => {
    const stack = testStack();
    WEB(ecs.NetworkMode.BRIDGE)(stack, testCluster(stack) as ecs.Cluster);
    Annotations.fromStack(stack).hasWarning('/Shop/Web/Service', id);
  });

  test.each([
    ['where nothing comes in', (stack: Stack) => new Ec2WorkerService(stack, 'Worker', {
      cluster: testCluster(stack), image: IMAGE, memoryReservationMiB: 128, networkMode: ecs.NetworkMode.BRIDGE,
    })],
    ['where tasks have addresses of their own', (stack: Stack) => WEB(ecs.NetworkMode.AWS_VPC)(stack, testCluster(stack) as ecs.Cluster)],
  ])('draws none %s', (_where, build) => {
    const stack = testStack();
    build(stack);
    Annotations.fromStack(stack).hasNoWarning('*', id);
  });
});
