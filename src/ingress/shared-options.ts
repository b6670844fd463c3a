import type { ListenerRuleOptions } from './rules/listener-rule-options';
import type { ISharedLoadBalancer } from './shared-load-balancer-ref';

/**
 * The part of a shared load balancer's traffic that goes to the service.
 */
export interface SharedIngressOptions extends ListenerRuleOptions {
  /**
   * The load balancer, of this stack, of another one, or imported from another app.
   */
  readonly loadBalancer: ISharedLoadBalancer;

  /**
   * The place of the rule among the others, 1 to 50000: the lowest that matches wins.
   *
   * Up to 999 and from 49000 on none is assigned: a priority that you choose there is before, or after, all assigned ones.
   *
   * @default - assigned at synthesis, rules for less before rules for more; other services can't change it
   */
  readonly priority?: number;
}
