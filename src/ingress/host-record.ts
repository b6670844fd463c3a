import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { newAlias } from './application-load-balancer';

/** Creates an alias record for a host name of a rule, once, if the name is in the zone. */
export function addHostRecord(
  scope: Construct, hostedZone: route53.IHostedZone | undefined, name: string, loadBalancer: elbv2.ILoadBalancerV2,
): void {
  if (!hostedZone || [name, hostedZone.zoneName].some((text) => Token.isUnresolved(text)) || !/^(\*\.)?[^*?]+$/.test(name)) return;
  const isInZone = `.${name}`.toLowerCase().endsWith(`.${hostedZone.zoneName}`.toLowerCase());
  const id = `Alias-${name.toLowerCase()}`;
  if (isInZone && !scope.node.tryFindChild(id)) newAlias(scope, id, hostedZone, name, loadBalancer);
}
