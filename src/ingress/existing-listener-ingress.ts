import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Arn, ArnFormat, Fn, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ExistingListenerOptions } from './existing-options';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { register } from './register';
import { newTargetGroup } from './target-group';
import { checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html';

/** A rule on a listener that others share. Everything is made in the stack of the service. */
export class ExistingListenerIngress implements IngressKind {
  public constructor(private readonly options: ExistingListenerOptions) {}

  public check(at: string): void {
    const { priority, hostNames = [], pathPatterns = [] } = this.options;
    checkWholeNumber(at, 'ingress.priority', priority, { min: 1, max: 50000, docs: DOCS });
    if (hostNames.length + pathPatterns.length === 0) {
      refuse({
        headline: 'ingress has neither hostNames nor pathPatterns, its rule would take the traffic of every other service',
        at,
        property: 'ingress',
        fix: "name the requests that are for this service: hostNames: ['app.example.com'] or pathPatterns: ['/app/*']",
        docs: DOCS,
      });
    }
    if (hostNames.length + pathPatterns.length > 5) {
      refuse({
        headline: `ingress has ${hostNames.length} hostNames and ${pathPatterns.length} pathPatterns, a rule compares with 5 values at most`,
        at,
        property: 'ingress',
        fix: 'leave no more than 5 in all, or use wildcards',
        docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
      });
    }
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    const { listener, priority, hostNames, pathPatterns } = this.options;
    const targetGroup = newTargetGroup(scope, target);
    new elbv2.ApplicationListenerRule(scope, 'Rule', {
      listener,
      priority,
      conditions: [
        ...(hostNames?.length ? [elbv2.ListenerCondition.hostHeaders(hostNames)] : []),
        ...(pathPatterns?.length ? [elbv2.ListenerCondition.pathPatterns(pathPatterns)] : []),
      ],
      targetGroups: [targetGroup],
    });
    register(target, targetGroup, listener);
    return { targetGroup, loadBalancer: this.options.loadBalancer ?? loadBalancerOf(scope, listener, target) };
  }
}

/** An imported listener names its load balancer in its ARN: …:listener/app/name/load-balancer-id/listener-id. */
function loadBalancerOf(scope: Construct, listener: elbv2.IApplicationListener, target: IngressTarget): elbv2.IApplicationLoadBalancer {
  if (listener instanceof elbv2.ApplicationListener) return listener.loadBalancer;
  const parts = Fn.split('/', Arn.split(listener.listenerArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName!, 4);
  const resourceName = Fn.join('/', [0, 1, 2].map((index) => Fn.select(index, parts)));
  return elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(scope, 'LoadBalancer', {
    loadBalancerArn: Stack.of(scope).formatArn({ service: 'elasticloadbalancing', resource: 'loadbalancer', resourceName }),
    securityGroupId: listener.connections.securityGroups[0]?.securityGroupId ?? '',
    vpc: target.cluster.vpc,
  });
}
