import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress, SharedLoadBalancer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 30,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/api/orders/*'])],
  });
  listener.addAction('EverythingElse', {
    priority: 20,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/api/*'])],
    action: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const plain: Fix = ({ listener, service }) => {
  listener.addTargets('Orders', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/api/orders/*'])],
  });
  listener.addAction('EverythingElse', {
    priority: 20,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/api/*'])],
    action: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const guarded: Fix = ({ stack, vpc, cluster, image, certificate }) => {
  const shared = new SharedLoadBalancer(stack, 'Shared', { vpc, certificates: [certificate] });
  new FargateWebService(stack, 'Api', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.shared({ loadBalancer: shared, pathPatterns: ['/api/*'] }),
  });
  new FargateWebService(stack, 'Orders', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.shared({ loadBalancer: shared, pathPatterns: ['/api/orders/*'] }),
  });
};
