import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress, SharedLoadBalancer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/orders/*'])],
  });
  new elbv2.ApplicationListenerRule(stack, 'Shop', {
    listener,
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
    action: elbv2.ListenerAction.redirect({ path: '/orders/', permanent: true }),
  });
};

export const plain: Fix = ({ listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/orders/*'])],
  });
  listener.addAction('Shop', {
    priority: 20,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
    action: elbv2.ListenerAction.redirect({ path: '/orders/', permanent: true }),
  });
};

export const guarded: Fix = ({ stack, vpc, cluster, image, certificate }) => {
  const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc, certificates: [certificate] });
  for (const name of ['orders', 'payments']) {
    new FargateWebService(stack, name, {
      cluster,
      image,
      containerPort: 80,
      ingress: Ingress.shared({ loadBalancer, pathPatterns: [`/${name}`, `/${name}/*`] }),
    });
  }
};
