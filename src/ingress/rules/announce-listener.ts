import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IngressTarget } from '../ingress-kind';
import type { ListenerRuleOptions } from './listener-rule-options';
import { publishAddress } from '../../connect/service-addresses';

/**
 * Publishes the address of a service on a listener: one of its host names, or else the name of the load balancer,
 * which no certificate is for.
 */
export function announceOnListener(
  { service, name }: IngressTarget, listener: elbv2.IApplicationListener, { hostNames, signIn }: ListenerRuleOptions,
): void {
  const found = entranceOf(listener);
  if (!found || signIn?._stopsServices) return;
  const { loadBalancer, scheme, port, gatekeeper } = found;
  const hostName = hostNames?.length ? hostNames.find((one) => !/[*?]/.test(one)) : scheme === 'http' ? loadBalancer.loadBalancerDnsName : undefined;
  if (hostName === undefined) return;
  publishAddress(service, { kind: 'load-balancer', name, hostName, port, scheme, entrance: ec2.Port.tcp(port), gatekeeper });
}

interface Entrance {
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  readonly scheme: string;
  readonly port: number;
  readonly gatekeeper?: ec2.IConnectable;
}

/** Port and security groups for callers; unknown for imported load balancers. */
function entranceOf(listener: elbv2.IApplicationListener): Entrance | undefined {
  if (!(listener instanceof elbv2.ApplicationListener)) return undefined;
  const { loadBalancer } = listener as { loadBalancer: elbv2.IApplicationLoadBalancer };
  const { protocol, port } = listener.node.defaultChild as elbv2.CfnListener;
  if (!(loadBalancer instanceof elbv2.ApplicationLoadBalancer) || port === undefined) return undefined;
  const { scheme } = loadBalancer.node.defaultChild as elbv2.CfnLoadBalancer;
  return { loadBalancer, scheme: protocol === 'HTTPS' ? 'https' : 'http', port, gatekeeper: scheme === 'internal' ? loadBalancer : undefined };
}
