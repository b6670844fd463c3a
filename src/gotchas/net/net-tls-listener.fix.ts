import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, loadBalancer, certificate }) => {
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
  }).addTargets('Web', { port: 80, targets: [service] });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Plain', { port: 80, targets: [service] });
};

export const plain: Fix = ({ service, loadBalancer, certificate }) => {
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
  }).addTargets('Web', { port: 80, targets: [service] });
  loadBalancer.addRedirect({ sourcePort: 80, targetPort: 443, targetProtocol: elbv2.ApplicationProtocol.HTTPS });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ domainName: 'shop.example.com', certificate }),
  });
};
