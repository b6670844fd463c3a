import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { ExistingListenerIngress } from './existing-listener-ingress';
import type { ExistingListenerOptions, ExistingTargetGroupOptions } from './existing-options';
import { ExistingTargetGroupIngress } from './existing-target-group-ingress';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { LoadBalancerIngress } from './load-balancer-ingress';
import type { HttpsOptions, LoadBalancerOptions } from './load-balancer-options';
import { SharedIngress } from './shared-ingress';
import type { SharedIngressOptions } from './shared-options';
import { refuseShift } from './shift/shift-traffic';
import type { TargetGroupOptions } from './target-group';
import { readProps } from '../checks/read-props';
import type { DeploymentConfig } from '../deployment/deployment-config';

/**
 * A way for traffic to reach a web service.
 *
 * @example
 * const ingress = Ingress.publicHttps({ domainName: 'shop.example.com', hostedZone });
 */
export class Ingress {
  /**
   * A public load balancer of the service's own that speaks HTTPS and sends plain HTTP there.
   *
   * The certificate is created and validated in the hosted zone, or passed.
   *
   * @param options the domain name, its hosted zone or certificate, and who may connect
   */
  public static publicHttps(options: HttpsOptions): Ingress {
    options = readProps('Ingress.publicHttps', options, ['domainName'], 'options');
    return new Ingress(new LoadBalancerIngress(true, options, options));
  }

  /**
   * A public load balancer of the service's own that uses plain HTTP: every network on the way can read and change it.
   *
   * @param options who may connect, and how the load balancer is set up
   */
  public static publicHttp(options: LoadBalancerOptions = {}): Ingress {
    options = readProps('Ingress.publicHttp', options, [], 'options');
    return new Ingress(new LoadBalancerIngress(true, options));
  }

  /**
   * A load balancer of the service's own inside the VPC that speaks HTTPS and sends plain HTTP there.
   *
   * @param options the domain name, its certificate, and who may connect
   */
  public static internalHttps(options: HttpsOptions): Ingress {
    options = readProps('Ingress.internalHttps', options, ['domainName'], 'options');
    return new Ingress(new LoadBalancerIngress(false, options, options));
  }

  /**
   * A load balancer of the service's own inside the VPC that speaks plain HTTP.
   *
   * @param options who may connect, and how the load balancer is set up
   */
  public static internalHttp(options: LoadBalancerOptions = {}): Ingress {
    options = readProps('Ingress.internalHttp', options, [], 'options');
    return new Ingress(new LoadBalancerIngress(false, options));
  }

  /**
   * A part of the traffic of a load balancer that many services share, in this stack or another one.
   *
   * Rule and target group are made in the stack of the service. Priorities are assigned: a rule that takes less comes
   * before one that takes more, and other services never change them. What collides is an error that names both.
   *
   * @param options the load balancer, and the requests that are for this service
   */
  public static shared(options: SharedIngressOptions): Ingress {
    options = readProps('Ingress.shared', options, ['loadBalancer'], 'options');
    return new Ingress(new SharedIngress(options));
  }

  /**
   * A part of the traffic of a listener that other services share, in this stack or another one.
   *
   * Rule and target group are made in the stack of the service.
   *
   * @param options the listener, and the requests that are for this service
   */
  public static existingListener(options: ExistingListenerOptions): Ingress {
    options = readProps('Ingress.existingListener', options, ['listener', 'priority'], 'options');
    return new Ingress(new ExistingListenerIngress(options));
  }

  /**
   * The traffic of a target group that is behind a load balancer already.
   *
   * @param options the target group, and the load balancer before it
   */
  public static existingTargetGroup(options: ExistingTargetGroupOptions): Ingress {
    options = readProps('Ingress.existingTargetGroup', options, ['targetGroup', 'loadBalancer'], 'options');
    return new Ingress(new ExistingTargetGroupIngress(options));
  }

  private constructor(private readonly kind: IngressKind) {}

  /** @internal */
  public _check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig, vpc: IVpc): void {
    if (deployment.shift && !this.kind.shiftsTraffic) refuseShift(at);
    this.kind.check(at, { ...wanted, ...this.kind.target }, deployment, vpc);
  }

  /** @internal */
  public _bind(scope: Construct, target: IngressTarget): IngressConfig {
    return this.kind.bind(scope, { ...target, targetGroup: { ...target.targetGroup, ...this.kind.target } });
  }
}
