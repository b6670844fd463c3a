import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, service, loadBalancer, certificate }) => {
  taskDefinition.defaultContainer?.addPortMappings({ name: 'grpc', containerPort: 50051 });
  const listener = loadBalancer.addListener('Https', { port: 443, certificates: [certificate] });
  listener.addTargets('Grpc', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
    targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 80 })],
  });
};

export const plain: Fix = ({ taskDefinition, service, loadBalancer, certificate }) => {
  taskDefinition.defaultContainer?.addPortMappings({ name: 'grpc', containerPort: 50051 });
  const listener = loadBalancer.addListener('Https', { port: 443, certificates: [certificate] });
  listener.addTargets('Grpc', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
    targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 50051 })],
  });
};
