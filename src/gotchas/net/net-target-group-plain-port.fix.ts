import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer, certificate, service }) => {
  const listener = loadBalancer.addListener('Https', { port: 443, certificates: [certificate] });
  listener.addTargets('Shop', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    port: 80,
    targets: [service],
    healthCheck: { path: '/health' },
  });
};

export const plain: Fix = ({ loadBalancer, certificate, service }) => {
  const listener = loadBalancer.addListener('Https', { port: 443, certificates: [certificate] });
  listener.addTargets('Shop', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: 80,
    targets: [service],
    healthCheck: { path: '/health' },
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ certificate, domainName: 'shop.example.com' }),
  });
};
