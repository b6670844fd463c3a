import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer, service }) => {
  const http = loadBalancer.addListener('Http', { port: 80 });
  http.addTargets('Greeter', {
    port: 50051,
    protocol: elbv2.ApplicationProtocol.HTTP,
    protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
    targets: [service],
  });
};

export const plain: Fix = ({ loadBalancer, certificate, service }) => {
  const https = loadBalancer.addListener('Https', { port: 443, certificates: [certificate] });
  https.addTargets('Greeter', {
    port: 50051,
    protocol: elbv2.ApplicationProtocol.HTTP,
    protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
    targets: [service],
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  new FargateWebService(stack, 'Greeter', {
    cluster,
    image,
    containerPort: 50051,
    ingress: Ingress.publicHttps({
      domainName: 'greeter.example.com',
      certificate,
      protocolVersion: elbv2.ApplicationProtocolVersion.GRPC,
    }),
  });
};
