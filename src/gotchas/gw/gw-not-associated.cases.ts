import { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function cluster(stack: Stack, properties: Readonly<Record<string, unknown>> = {}) {
  return resource(stack, 'Cluster', 'AWS::ECS::Cluster', properties);
}

function connected(stack: Stack, Cluster: unknown) {
  return service(stack, { Cluster, TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Name: 'http' }] }).ref, GatewayConnectors: [{ PortName: 'http' }] });
}

function gateway(stack: Stack): string {
  return resource(stack, 'Gateway', 'AWS::ECS::Gateway', { GatewayName: 'shop', Configuration: { HostSharedAlb: {} } }).ref;
}

function associate(stack: Stack, Cluster: unknown, Gateway: string = gateway(stack)) {
  return resource(stack, 'Association', 'AWS::ECS::GatewayClusterAssociations', { Cluster, Gateway });
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'the gateway is not associated',
    caught: true,
    app: (stack) => {
      gateway(stack);
      connected(stack, cluster(stack).ref);
    },
  },
  {
    name: 'the gateway is associated with another cluster',
    caught: true,
    app: (stack) => {
      associate(stack, resource(stack, 'Other', 'AWS::ECS::Cluster', {}).ref);
      connected(stack, cluster(stack).ref);
    },
  },
  { name: 'another app may have the gateway', caught: true, consequence: 'risk', app: (stack) => void connected(stack, cluster(stack).ref) },
  {
    name: 'the service does not wait for the association',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => {
      const { ref } = cluster(stack);
      associate(stack, ref);
      connected(stack, ref);
    },
  },
  {
    name: 'the service waits for the association',
    caught: false,
    app: (stack) => {
      const { ref } = cluster(stack);
      connected(stack, ref).node.addDependency(associate(stack, ref));
    },
  },
  {
    name: 'the association has the name of the cluster',
    caught: false,
    app: (stack) => connected(stack, cluster(stack, { ClusterName: 'shop' }).ref).node.addDependency(associate(stack, 'shop', 'edge')),
  },
  {
    name: 'the association has the ARN of the cluster',
    caught: false,
    app: (stack) => connected(stack, cluster(stack, { ClusterName: 'shop' }).ref).node
      .addDependency(associate(stack, 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', 'edge')),
  },
  {
    name: 'another stack associates them',
    caught: false,
    app: (stack) => {
      const own = cluster(stack);
      associate(new Stack(stack.node.root as Stack, 'Edge', { env: { account: stack.account, region: stack.region } }), own.ref);
      connected(stack, own.ref);
    },
  },
  { name: 'there is no connector', caught: false, app: (stack) => void service(stack, { Cluster: cluster(stack).ref, TaskDefinition: fargateTask(stack).ref }) },
  { name: 'the cluster is not in the app', caught: false, notChecked: true, app: (stack) => void connected(stack, 'shop') },
  {
    name: 'a parameter names the cluster of the association',
    caught: false,
    notChecked: true,
    app: (stack) => {
      associate(stack, parameter(stack));
      connected(stack, cluster(stack, { ClusterName: 'shop' }).ref);
    },
  },
];
