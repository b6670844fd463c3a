import { ApplicationProtocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { IMAGE, testCluster } from './stacks';
import { FargateWebService, Ingress, SharedLoadBalancer, type SharedIngressOptions, type SharedLoadBalancerProps } from '../../src';

/** A load balancer in a stack of its own, and a way to put services behind it. */
export function platform(
  props: Partial<SharedLoadBalancerProps> = { protocol: ApplicationProtocol.HTTP }, app = new App({ analyticsReporting: false }),
) {
  const stack = new Stack(app, 'Platform');
  const cluster = testCluster(stack);
  const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc: cluster.vpc, ...props });
  const service = (name: string, options: Omit<SharedIngressOptions, 'loadBalancer'>) => new FargateWebService(new Stack(app, name), 'Web', {
    cluster, image: IMAGE, containerPort: 8080, ingress: Ingress.shared({ loadBalancer, ...options }),
  });
  return { app, stack, cluster, loadBalancer, service };
}
