import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { addListener } from '../application-load-balancer';
import type { IngressTarget } from '../ingress-kind';
import { alternateOf, forwardTo, refuseTestTraffic, type TargetGroupPair } from './shift-traffic';
import type { DeploymentConfig } from '../../deployment/deployment-config';

/** Last of all rules, where the listener's default action would be: rules that the user adds are evaluated before. */
const PRODUCTION = 50000;
const EVERYTHING = elbv2.ListenerCondition.pathPatterns(['/*']);

/** Throws for test traffic that a load balancer of the service's own can't have. */
export function checkOwnTestTraffic(at: string, { shift }: DeploymentConfig, ports: readonly number[]): void {
  const { listener, port, priority } = shift?.testTraffic?._config ?? {};
  if (listener) refuseTestTraffic(at, 'is on a listener, and the load balancer is made with the service', 'use TestTraffic.onPort or TestTraffic.withHeader');
  if (port !== undefined && ports.includes(port)) {
    refuseTestTraffic(at, `is on port ${port}, which is the real traffic's`, 'choose another port: TestTraffic.onPort(8443)');
  }
  if (priority === PRODUCTION) refuseTestTraffic(at, `has priority ${PRODUCTION}, which is the real traffic's`, 'choose a lower priority, or leave it out');
}

/** The listener that test traffic has to itself, if it has one. */
export function addTestListener(
  loadBalancer: elbv2.ApplicationLoadBalancer,
  { deployment }: IngressTarget,
  { blue, green }: TargetGroupPair,
  like: elbv2.BaseApplicationListenerProps,
): elbv2.ApplicationListener | undefined {
  const { port, allowFrom = [] } = deployment.shift?.testTraffic?._config ?? {};
  if (port === undefined) return undefined;
  return addListener(loadBalancer, 'Test', { ...like, port, defaultTargetGroups: [deployment.codeDeploy ? green! : blue] }, allowFrom);
}

/** ECS edits rules and no default actions, so each listener gets a rule that matches every request. */
export function shiftOwn(
  scope: Construct, target: IngressTarget, colours: TargetGroupPair, listener: elbv2.ApplicationListener, testListener?: elbv2.ApplicationListener,
): ecs.IAlternateTarget | undefined {
  const { shift, codeDeploy } = target.deployment;
  if (!shift || codeDeploy) return undefined;
  const { header, priority = PRODUCTION - 1 } = shift.testTraffic?._config ?? {};
  const rule = (id: string, on: elbv2.ApplicationListener, place: number, conditions: elbv2.ListenerCondition[]) =>
    new elbv2.ApplicationListenerRule(scope, id, { listener: on, priority: place, conditions, action: forwardTo(colours) });
  const ofHeader = header && rule('TestRule', listener, priority, [elbv2.ListenerCondition.httpHeader(header.name, header.values)]);
  const production = rule('ProductionRule', listener, PRODUCTION, [EVERYTHING]);
  return alternateOf(scope, shift, colours, production, ofHeader ?? (testListener && rule('TestRule', testListener, PRODUCTION, [EVERYTHING])));
}
