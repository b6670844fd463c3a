import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function subnet(stack: Stack, AvailabilityZone: unknown, id: string): string {
  return resource(stack, id, 'AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone }).ref;
}

/** A service whose cluster is associated with a gateway. */
function connected(stack: Stack, ofTasks: readonly unknown[], ofGateway: readonly unknown[] | undefined, GatewayConnectors: unknown = [{ PortName: 'http' }]): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
  const Subnets = ofGateway?.map((zone, index) => subnet(stack, zone, `Public${index}`));
  const gateway = resource(stack, 'Gateway', 'AWS::ECS::Gateway', { GatewayName: 'shop', Configuration: { HostSharedAlb: { NetworkConfiguration: { Subnets } } } });
  const association = resource(stack, 'Association', 'AWS::ECS::GatewayClusterAssociations', { Cluster: cluster.ref, Gateway: gateway.ref });
  service(stack, {
    Cluster: cluster.ref,
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Name: 'http' }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ofTasks.map((zone, index) => subnet(stack, zone, `Private${index}`)) } },
    GatewayConnectors,
  }).node.addDependency(association);
}

const [A, B, C] = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];

export const cases: readonly GotchaCase[] = [
  { name: 'no zone is of the gateway', caught: true, app: (stack) => connected(stack, [C], [A, B]) },
  { name: 'one zone is not of the gateway', caught: true, consequence: 'misbehaves', app: (stack) => connected(stack, [A, C], [A, B]) },
  { name: 'all zones are of the gateway', caught: false, app: (stack) => connected(stack, [A], [A, B]) },
  { name: 'there is no connector', caught: false, app: (stack) => connected(stack, [C], [A, B], []) },
  { name: 'the gateway is in the default VPC', caught: false, notChecked: true, app: (stack) => connected(stack, [C], undefined) },
  { name: 'a parameter is the zone', caught: false, notChecked: true, app: (stack) => connected(stack, [parameter(stack)], [A, B]) },
];
