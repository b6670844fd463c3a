import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../given.fix';

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

export const guarded: Fix = ({ stack, cluster, image, listener }) => {
  ['orders', 'payments'].forEach((name, index) => new FargateWebService(stack, name, {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.existingListener({
      listener,
      priority: 10 * (index + 1),
      pathPatterns: [`/${name}`, `/${name}/*`],
    }),
  }));
};
