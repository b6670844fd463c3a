import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ listener, loadBalancer, service }) => {
  void listener;
  loadBalancer.addListener('Shop', { port: 80 }).addTargets('Targets', {
    port: 80,
    targets: [service],
  });
};

export const plain: Fix = ({ listener, service }) => {
  listener.addTargets('Targets', {
    port: 80,
    targets: [service],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
  });
};

export const guarded: Fix = ({ stack, cluster, image, listener }) => {
  new FargateWebService(stack, 'Shop', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.existingListener({ listener, priority: 10, pathPatterns: ['/shop/*'] }),
  });
};
