import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 60000,
    conditions: [
      elbv2.ListenerCondition.hostHeaders(['*.example.com']),
      elbv2.ListenerCondition.pathPatterns(['/orders', '/orders/*', '/carts', '/carts/*']),
    ],
  });
};

export const plain: Fix = ({ listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [
      elbv2.ListenerCondition.hostHeaders(['*.example.com']),
      elbv2.ListenerCondition.pathPatterns(['/orders', '/orders/*', '/carts', '/carts/*']),
    ],
  });
};

export const guarded: Fix = ({ stack, cluster, image, listener }) => {
  new FargateWebService(stack, 'Orders', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.existingListener({
      listener,
      priority: 10,
      hostNames: ['*.example.com'],
      pathPatterns: ['/orders', '/orders/*', '/carts', '/carts/*'],
    }),
  });
};
