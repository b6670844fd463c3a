import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ListenerRuleOptions } from './rules/listener-rule-options';

/**
 * The part of a listener's traffic that goes to the service.
 */
export interface ExistingListenerOptions extends ListenerRuleOptions {
  /**
   * The listener, of this stack, another one, or imported with its security group.
   */
  readonly listener: elbv2.IApplicationListener;

  /**
   * The place of the rule among the listener's rules, 1 to 50000: the lowest that matches wins.
   *
   * No two rules of a listener can have the same.
   */
  readonly priority: number;

  /**
   * The load balancer of the listener.
   *
   * @default - taken from the listener
   */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
}

/**
 * A target group that traffic reaches already.
 */
export interface ExistingTargetGroupOptions {
  /**
   * The target group, on a listener already; its health check and its delays stay as they are.
   */
  readonly targetGroup: elbv2.IApplicationTargetGroup;

  /**
   * The load balancer that the target group is behind: the tasks are opened to it.
   */
  readonly loadBalancer: elbv2.IApplicationLoadBalancer;
}
