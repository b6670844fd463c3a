import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TrafficShift } from '../../deployment/deployment-config';
import { dplBluegreenWiring } from '../../gotchas/dpl/dpl-bluegreen-wiring';
import { refuse } from '../../gotchas/enforce';
import type { IngressTarget } from '../ingress-kind';
import { newTargetGroup } from '../target-group';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html';
const POLICY = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';

/** The two target groups that a deployment moves traffic between; a rolling one has no other. */
export interface TargetGroupPair {
  readonly blue: elbv2.ApplicationTargetGroup;
  readonly green?: elbv2.ApplicationTargetGroup;
}

/** The ARNs of what ECS edits the weights of: rules of an Application Load Balancer, listeners of a Network Load Balancer. */
export interface ShiftedRoutes {
  readonly production: string;
  readonly test?: string;
}

/**
 * The target groups that the deployment of the service needs.
 *
 * A target group is on one load balancer only, also while one is being replaced by another: an ingress at another one creates
 * its target groups with another id.
 */
export function newTargetGroups(scope: Construct, target: IngressTarget, id: string): TargetGroupPair {
  return {
    blue: newTargetGroup(scope, target, id),
    green: target.deployment.shift && newTargetGroup(scope, target, `Alternate${id}`),
  };
}

/** All to the first target group. From then on the weights are the deployment's, which CloudFormation knows nothing of. */
export function forwardTo({ blue, green }: TargetGroupPair): elbv2.ListenerAction {
  if (!green) return elbv2.ListenerAction.forward([blue]);
  return elbv2.ListenerAction.weightedForward([{ targetGroup: blue, weight: 100 }, { targetGroup: green, weight: 0 }]);
}

/** The role that ECS moves the traffic with: the one that is set, or a new one of the part. */
export function shiftRole(scope: Construct, shift: TrafficShift): iam.IRole {
  return shift.infrastructureRole ?? new iam.Role(scope, 'InfrastructureRole', {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(POLICY)],
  });
}

/** Settings of the second target group for ECS. */
export function alternateTarget({ roleArn }: iam.IRole, { targetGroupArn }: elbv2.ITargetGroup, routes: ShiftedRoutes): ecs.IAlternateTarget {
  return {
    bind: () => ({
      alternateTargetGroupArn: targetGroupArn,
      roleArn,
      productionListenerRule: routes.production,
      testListenerRule: routes.test,
    }),
  };
}

/** Settings of the rules of an Application Load Balancer for ECS. */
export function alternateOf(
  scope: Construct, shift: TrafficShift, { green }: TargetGroupPair, production: elbv2.ApplicationListenerRule, test?: elbv2.ApplicationListenerRule,
): ecs.IAlternateTarget {
  return alternateTarget(shiftRole(scope, shift), green!, { production: production.listenerRuleArn, test: test?.listenerRuleArn });
}

/** Throws where there is no rule that a deployment could move traffic by. */
export function refuseShift(at: string): never {
  refuse({
    headline: 'deployment moves traffic between two target groups, and the ingress has one that was made elsewhere',
    gotcha: dplBluegreenWiring,
    at,
    property: 'deployment',
    fix: 'use Ingress.existingListener, which makes both target groups and the rule, or Deployment.rolling()',
    docs: DOCS,
  });
}

/** Throws for test traffic that this kind of ingress can't distinguish. */
export function refuseTestTraffic(at: string, why: string, fix: string): never {
  refuse({ headline: `deployment.testTraffic ${why}`, gotcha: dplBluegreenWiring, at, property: 'deployment.testTraffic', fix, docs: DOCS });
}
