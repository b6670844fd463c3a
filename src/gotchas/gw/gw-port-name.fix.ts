import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'web' }]);
};

export const plain: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
};
