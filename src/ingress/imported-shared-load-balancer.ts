import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { addHostRecord } from './host-record';
import type { RequestConditions } from './rules/request-conditions';
import type { AttachableLoadBalancer, PriorityBand } from './shared-load-balancer-ref';
import { checkWholeNumber } from '../checks/arguments';

/**
 * Options of a shared load balancer that is imported from another app.
 */
export interface ImportedLoadBalancerOptions {
  /**
   * The network of the load balancer.
   */
  readonly vpc: ec2.IVpc;

  /**
   * The hosted zone of the names that the services answer to.
   *
   * The host names of the services that are in this zone get an alias record, in the stack of this construct.
   *
   * @default - no records
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * The part of the priorities that the rules of this app get. Apps with different parts never clash.
   *
   * @default - all priorities; the rules of two apps clash by chance, which a priority of your own resolves
   */
  readonly band?: PriorityBand;
}

/**
 * Attributes of a shared load balancer of another app.
 */
export interface SharedLoadBalancerAttributes extends ImportedLoadBalancerOptions {
  /**
   * The ARN of the listener that services share.
   */
  readonly listenerArn: string;

  /**
   * The ARN of the load balancer.
   */
  readonly loadBalancerArn: string;

  /**
   * The id of the security group of the load balancer. Tasks accept its traffic.
   */
  readonly securityGroupId: string;

  /**
   * The DNS name of the load balancer, for alias records.
   */
  readonly loadBalancerDnsName: string;

  /**
   * The id of the hosted zone of this DNS name, for alias records.
   */
  readonly loadBalancerCanonicalHostedZoneId: string;
}

/** A shared load balancer of another app. Its rules and records are of this app. */
export class ImportedSharedLoadBalancer extends Construct implements AttachableLoadBalancer {
  public readonly loadBalancerArn: string;
  public readonly loadBalancerDnsName: string;
  public readonly listenerArn: string;
  public readonly loadBalancer: elbv2.IApplicationLoadBalancer;
  public readonly listener: elbv2.IApplicationListener;
  public readonly connections: ec2.Connections;
  public readonly _targetGroupId: string;
  public readonly _band?: PriorityBand;
  private readonly hostedZone?: route53.IHostedZone;

  public constructor(scope: Construct, id: string, attributesIn: (scope: Construct) => SharedLoadBalancerAttributes) {
    super(scope, id);
    const attributes = attributesIn(this);
    this.listenerArn = attributes.listenerArn;
    this.loadBalancerArn = attributes.loadBalancerArn;
    this.loadBalancerDnsName = attributes.loadBalancerDnsName;
    const { listenerArn, vpc, hostedZone, band, ...loadBalancer } = attributes;
    // The group of a load balancer allows no traffic out but to its targets: each service adds its own rule.
    const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(this, 'SecurityGroup', attributes.securityGroupId, { allowAllOutbound: false });
    this.loadBalancer = elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(this, 'LoadBalancer', { ...loadBalancer, vpc });
    this.listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(this, 'Listener', { listenerArn, securityGroup });
    this.connections = this.listener.connections;
    this._targetGroupId = `TargetGroup-${id}`;
    this._band = band;
    this.hostedZone = hostedZone;
  }

  public _attach({ hostNames = [] }: RequestConditions): void {
    for (const name of hostNames) addHostRecord(this, this.hostedZone, name, this.loadBalancer);
  }
}

/** Throws for a band that is none. */
export function checkBand(at: string, band: PriorityBand | undefined): void {
  if (!band) return;
  checkWholeNumber(at, 'band.of', band.of, { min: 1, max: 16 });
  checkWholeNumber(at, 'band.mine', band.mine, { min: 1, max: band.of });
}
