import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { IngressTarget } from '../ingress-kind';
import { alternateOf, forwardTo, refuseTestTraffic, type TargetGroupPair } from './shift-traffic';
import type { DeploymentConfig } from '../../deployment/deployment-config';
import type { TestTrafficConfig } from '../../deployment/test-traffic';
import { checkConditions } from '../rules/check-conditions';
import { listenerConditions } from '../rules/listener-conditions';
import type { RequestConditions } from '../rules/request-conditions';
import { watchRule } from '../rules/rule-conflicts';

/** Default priorities of rules. */
export type Priorities = (place: string, conditions: RequestConditions) => number;

/** Throws for test traffic that a listener of others can't have. */
export function checkSharedTestTraffic(at: string, { shift }: DeploymentConfig, conditions: RequestConditions, priorities?: Priorities): void {
  const test = shift?.testTraffic?._config;
  if (!test) return;
  if (test.port !== undefined) {
    refuseTestTraffic(at, 'is on a port, and the load balancer is not the service\'s own', 'use TestTraffic.withHeader, or TestTraffic.onListener with a listener of that load balancer');
  }
  if (test.priority === undefined && !priorities) {
    refuseTestTraffic(at, 'has no priority, and others have rules on the listener too', "name a free one: TestTraffic.withHeader('X-Preview', ['green'], { priority: 9 })");
  }
  checkConditions(at, ofTest(conditions, test));
}

/** The rule of real traffic is there; test traffic gets one too. */
export function shiftShared(
  scope: Construct, target: IngressTarget, colours: TargetGroupPair, production: elbv2.ApplicationListenerRule, listener: elbv2.IApplicationListener,
  conditions: RequestConditions, priorities?: Priorities,
): ecs.IAlternateTarget | undefined {
  const { shift, codeDeploy } = target.deployment;
  const config = shift?.testTraffic?._config;
  const test = config && testRule(scope, config, config.listener ?? listener, ofTest(conditions, config), priorities,
    codeDeploy ? elbv2.ListenerAction.forward([colours.green!]) : forwardTo(colours));
  return !shift || codeDeploy ? undefined : alternateOf(scope, shift, colours, production, test);
}

function testRule(
  scope: Construct, { priority }: TestTrafficConfig, listener: elbv2.IApplicationListener, conditions: RequestConditions,
  priorities: Priorities | undefined, action: elbv2.ListenerAction,
): elbv2.ApplicationListenerRule {
  const rule = new elbv2.ApplicationListenerRule(scope, 'TestRule', {
    listener,
    priority: priority ?? priorities!(`${scope.node.path}/TestRule`, conditions),
    conditions: listenerConditions(conditions),
    action,
  });
  watchRule(rule.node.defaultChild as elbv2.CfnListenerRule, conditions, listener);
  return rule;
}

/** A header is added to the conditions of the service's traffic. */
function ofTest(conditions: RequestConditions, { header }: TestTrafficConfig): RequestConditions {
  return header ? { ...conditions, headers: { ...conditions.headers, [header.name]: header.values } } : conditions;
}
