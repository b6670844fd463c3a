import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnResource } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, service }) => {
  const NetworkConfiguration = { Subnets: [vpc.publicSubnets[0].subnetId] };
  const gateway = new CfnResource(stack, 'Gateway', {
    type: 'AWS::ECS::Gateway',
    properties: { GatewayName: 'shop', Configuration: { HostSharedAlb: { NetworkConfiguration } } },
  });
  const association = new CfnResource(stack, 'Joined', {
    type: 'AWS::ECS::GatewayClusterAssociations',
    properties: { Cluster: cluster.clusterArn, Gateway: gateway.ref },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
  resource.node.addDependency(association);
};

export const plain: Fix = ({ stack, vpc, cluster, service }) => {
  const NetworkConfiguration = { Subnets: vpc.publicSubnets.map(({ subnetId }) => subnetId) };
  const gateway = new CfnResource(stack, 'Gateway', {
    type: 'AWS::ECS::Gateway',
    properties: { GatewayName: 'shop', Configuration: { HostSharedAlb: { NetworkConfiguration } } },
  });
  const association = new CfnResource(stack, 'Joined', {
    type: 'AWS::ECS::GatewayClusterAssociations',
    properties: { Cluster: cluster.clusterArn, Gateway: gateway.ref },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
  resource.node.addDependency(association);
};
