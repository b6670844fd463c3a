import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IConstruct } from 'constructs';
import type { RequestConditions } from './rules/request-conditions';

/**
 * A load balancer that many services share: of this app, or imported from another one.
 */
export interface ISharedLoadBalancer extends IConstruct, ec2.IConnectable {
  /**
   * The ARN of the load balancer.
   */
  readonly loadBalancerArn: string;

  /**
   * The DNS name of the load balancer.
   */
  readonly loadBalancerDnsName: string;

  /**
   * The ARN of the listener that the services share.
   */
  readonly listenerArn: string;
}

/** Internal operations of services on a shared load balancer. */
export interface AttachableLoadBalancer extends ISharedLoadBalancer {
  readonly loadBalancer: elbv2.IApplicationLoadBalancer;
  readonly listener: elbv2.IApplicationListener;
  /** The id of the target groups of services, another one behind each load balancer. */
  readonly _targetGroupId: string;
  /** The part of the priorities that this app assigns. */
  readonly _band?: PriorityBand;
  /** Counts a rule, and creates the records of its names. */
  _attach(conditions: RequestConditions): void;
}

/**
 * The part of the priorities of a listener that the rules of one app get.
 */
export interface PriorityBand {
  /**
   * The number of parts, 1 to 16: that of the apps that share the listener, with room for more.
   */
  readonly of: number;

  /**
   * The part of this app, from 1 to `of`.
   */
  readonly mine: number;
}
