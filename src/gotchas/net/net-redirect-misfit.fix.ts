import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer }) => {
  loadBalancer.addListener('Redirect', {
    port: 8080,
    protocol: elbv2.ApplicationProtocol.HTTP,
    defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS' }),
  });
};

export const plain: Fix = ({ loadBalancer, certificate }) => {
  loadBalancer.addListener('Redirect', {
    port: 8080,
    protocol: elbv2.ApplicationProtocol.HTTP,
    defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443' }),
  });
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ domainName: 'app.example.com', certificate }),
  });
};
