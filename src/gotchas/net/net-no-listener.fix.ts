import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  new elbv2.ApplicationLoadBalancer(stack, 'Public', { vpc, internetFacing: true });
};

export const plain: Fix = ({ stack, vpc }) => {
  const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Public', { vpc, internetFacing: true });
  balancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
