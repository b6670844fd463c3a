import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Arn, ArnFormat, Fn, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { checkSignIn } from './check-sign-in';
import { checkTargetOptions } from './check-target';
import type { ExistingListenerOptions } from './existing-options';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { register } from './register';
import { announceOnListener } from './rules/announce-listener';
import { checkConditions } from './rules/check-conditions';
import { conditionsOf, listenerConditions } from './rules/listener-conditions';
import { watchRule } from './rules/rule-conflicts';
import { checkSharedTestTraffic, shiftShared, type Priorities } from './shift/existing-listener-shift';
import { forwardTo, newTargetGroups } from './shift/shift-traffic';
import { targetOptionsOf, type TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
import { checkWholeNumber } from '../checks/arguments';
import type { DeploymentConfig } from '../deployment/deployment-config';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html';

/** A rule on a listener that others share. Everything is made in the stack of the service. */
export class ExistingListenerIngress implements IngressKind {
  public readonly shiftsTraffic = true;

  public constructor(
    private readonly options: ExistingListenerOptions,
    private readonly priorities?: Priorities,
    private readonly targetGroupId = 'ListenerTargetGroup',
  ) {}

  public get target(): TargetOptions {
    return targetOptionsOf(this.options);
  }

  public check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig): void {
    const { listener, signIn, hostNames = [] } = this.options;
    checkGroups(at, listener);
    checkWholeNumber(at, 'ingress.priority', this.options.priority, { min: 1, max: 50000, docs: DOCS });
    checkConditions(at, this.options);
    checkTargetOptions(at, wanted, speaksHttps(listener));
    checkSignIn(at, signIn, { https: speaksHttps(listener), hostNames }, deployment);
    checkSharedTestTraffic(at, deployment, conditionsOf(this.options), this.priorities);
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    const { listener, priority, loadBalancer, signIn } = this.options;
    const conditions = conditionsOf(this.options);
    const colours = newTargetGroups(scope, target, this.targetGroupId);
    const rule = new elbv2.ApplicationListenerRule(scope, 'Rule', {
      listener, priority, conditions: listenerConditions(conditions), action: signIn?._before(forwardTo(colours)) ?? forwardTo(colours),
    });
    watchRule(rule.node.defaultChild as elbv2.CfnListenerRule, conditions, listener);
    register(target, colours.blue, listener, shiftShared(scope, target, colours, rule, listener, conditions, this.priorities));
    announceOnListener(target, listener, this.options);
    return {
      targetGroup: colours.blue,
      alternateTargetGroup: colours.green,
      loadBalancer: loadBalancer ?? loadBalancerOf(scope, listener, target),
      listener,
      testListener: target.deployment.shift?.testTraffic?._config.listener,
    };
  }
}

/** Throws for a listener that is imported without its security group, which the tasks accept traffic from. The types rule it out, except in JavaScript. */
function checkGroups(at: string, { connections }: elbv2.IApplicationListener): void {
  if (!connections.securityGroups.some((group: ec2.ISecurityGroup | undefined) => group === undefined)) return;
  refuse({
    headline: 'ingress.listener is imported without its securityGroup, which the tasks accept traffic from',
    at,
    property: 'ingress.listener',
    fix: 'import it with ApplicationListener.fromLookup, or pass securityGroup to fromApplicationListenerAttributes',
    docs: DOCS,
  });
}

/** Protocol of the clients; unknown for an imported listener. */
function speaksHttps(listener: elbv2.IApplicationListener): boolean | undefined {
  return listener instanceof elbv2.ApplicationListener ? (listener.node.defaultChild as elbv2.CfnListener).protocol === 'HTTPS' : undefined;
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
