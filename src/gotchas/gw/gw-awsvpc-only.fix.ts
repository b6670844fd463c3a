import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  ec2TaskDefinition.defaultContainer!.addPortMappings({ name: 'http', containerPort: 8080 });
  const service = new ecs.Ec2Service(stack, 'Orders', {
    cluster: ec2Cluster, taskDefinition: ec2TaskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
};

export const plain: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('GatewayConnectors', [{ PortName: 'http' }]);
};
