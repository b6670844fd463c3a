import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, listener }) => {
  ['shop', 'orders', 'payments', 'search', 'admin', 'partners'].forEach((name, index) => listener.addTargets(name, {
    port: 80,
    targets: [service],
    priority: 10 * (index + 1),
    conditions: [elbv2.ListenerCondition.pathPatterns([`/${name}/*`])],
  }));
};

export const plain: Fix = ({ service, listener }) => {
  const targetGroup = listener.addTargets('Shop', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
  });
  listener.addTargetGroups('Partners', {
    targetGroups: [targetGroup],
    priority: 20,
    conditions: [elbv2.ListenerCondition.hostHeaders(['partners.example.com'])],
  });
};

export const guarded: Fix = ({ stack, cluster, image, listener }) => {
  new FargateWebService(stack, 'Shop', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.existingListener({ listener, priority: 10, pathPatterns: ['/shop/*', '/partners/*'] }),
  });
};
