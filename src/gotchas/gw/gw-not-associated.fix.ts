import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnResource } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
};

export const plain: Fix = ({ stack, cluster, service }) => {
  const association = new CfnResource(stack, 'GatewayAssociation', {
    type: 'AWS::ECS::GatewayClusterAssociations',
    properties: { Cluster: cluster.clusterArn, Gateway: 'arn:aws:ecs:eu-west-1:111122223333:gateway/shop' },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
  resource.node.addDependency(association);
};
