import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { Annotations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { addListener, addRedirect, idOf, newCertificate, newLoadBalancer, peersOf } from './application-load-balancer';
import type { BaseLoadBalancerOptions } from './base-load-balancer-options';
import { checkSharedLoadBalancer } from './check-shared-load-balancer';
import { addHostRecord } from './host-record';
import { checkBand, ImportedSharedLoadBalancer, type ImportedLoadBalancerOptions, type SharedLoadBalancerAttributes } from './imported-shared-load-balancer';
import { checkParameterPath, publishedValues, publishValues } from './published-load-balancer';
import type { RequestConditions } from './rules/request-conditions';
import type { ISharedLoadBalancer } from './shared-load-balancer-ref';
import { pathOf } from '../checks/path-of';
import { checkText } from '../checks/arguments';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { refuse } from '../gotchas/enforce';
import { checkItself } from '../rules/self-check';

const ARN_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html; more can be asked for. */
const RULES_QUOTA = 100;

/**
 * Properties of a SharedLoadBalancer.
 */
export interface SharedLoadBalancerProps extends BaseLoadBalancerOptions {
  /**
   * The network of the load balancer and of the services behind it.
   */
  readonly vpc: ec2.IVpc;

  /**
   * If true, only clients inside the VPC reach the load balancer.
   *
   * @default false
   */
  readonly internal?: boolean;

  /**
   * The hosted zone of the names that the services answer to.
   *
   * The host names of the services that are in this zone get an alias record there, in the stack of the load balancer.
   *
   * @default - no records; `certificates` are required
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * The name that the certificate is for, together with all names one level below: `example.com` and `*.example.com`.
   *
   * @default - the name of the hosted zone
   */
  readonly domainName?: string;

  /**
   * The certificates, in the region of the load balancer. Clients that name none of their names get the first.
   *
   * @default - a new one for the `domainName`, validated in the `hostedZone`
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * The TLS versions and ciphers that clients may use.
   *
   * @default SslPolicy.TLS13_RES, which is TLS 1.3, and TLS 1.2 with forward secrecy
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  readonly sslPolicy?: elbv2.SslPolicy;

  /**
   * Clients show a certificate.
   *
   * @default - any client is taken
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
   */
  readonly mutualAuthentication?: elbv2.MutualAuthentication;

  /**
   * Protocol of the clients: with HTTP, every network on the way can read and change requests.
   *
   * @default ApplicationProtocol.HTTPS, and plain HTTP is sent there
   */
  readonly protocol?: elbv2.ApplicationProtocol;
}

/**
 * One load balancer for many services, in a stack of its own or of one of them.
 *
 * A service takes its part of the traffic with `Ingress.shared`: its rule and its target group are in its own stack, so
 * this one knows nothing of the services and is deployed before them. What no service takes is answered with 404.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
 *
 * @example
 * const shared = new SharedLoadBalancer(this, 'Shared', { vpc, hostedZone });
 * new FargateWebService(this, 'Orders', {
 *   cluster,
 *   image,
 *   containerPort: 8080,
 *   ingress: Ingress.shared({ loadBalancer: shared, hostNames: ['orders.example.com'] }),
 * });
 */
export class SharedLoadBalancer extends Construct implements ISharedLoadBalancer {
  /**
   * Returns a shared load balancer of another app, by its attributes. Services of this app share it by `Ingress.shared`.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param attributes ARNs and names of the load balancer
   */
  public static fromSharedLoadBalancerAttributes(scope: Construct, id: string, attributes: SharedLoadBalancerAttributes): ISharedLoadBalancer {
    const at = pathOf(scope, id);
    const read = readProps(at, attributes, ['vpc', 'listenerArn', 'loadBalancerArn', 'securityGroupId', 'loadBalancerDnsName', 'loadBalancerCanonicalHostedZoneId']);
    checkText(at, 'loadBalancerArn', read.loadBalancerArn, /^arn:[^:]+:elasticloadbalancing:.*:loadbalancer\//, 'be the ARN of a load balancer', ARN_DOCS);
    checkText(at, 'listenerArn', read.listenerArn, /^arn:[^:]+:elasticloadbalancing:.*:listener\//, 'be the ARN of a listener', ARN_DOCS);
    checkBand(at, read.band);
    return new ImportedSharedLoadBalancer(scope, id, () => read);
  }

  /**
   * Returns a shared load balancer that another app published by `publish`. CloudFormation reads its attributes from Systems
   * Manager parameters of this account and region at each deployment.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param parameterPath the path that the other app published it at
   * @param options network, hosted zone and priorities
   */
  public static fromPublished(scope: Construct, id: string, parameterPath: string, options: ImportedLoadBalancerOptions): ISharedLoadBalancer {
    const at = pathOf(scope, id);
    checkParameterPath(at, 'parameterPath', parameterPath);
    const read = readProps(at, options, ['vpc']);
    checkBand(at, read.band);
    return new ImportedSharedLoadBalancer(scope, id, (self) => ({ ...read, ...publishedValues(self, parameterPath) }));
  }

  /**
   * The load balancer.
   */
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;

  /**
   * The listener that the services share, on port 443, or 80 if it speaks HTTP.
   */
  public readonly listener: elbv2.ApplicationListener;

  /**
   * The ARN of the load balancer.
   */
  public get loadBalancerArn(): string {
    return this.loadBalancer.loadBalancerArn;
  }

  /**
   * The DNS name of the load balancer.
   */
  public get loadBalancerDnsName(): string {
    return this.loadBalancer.loadBalancerDnsName;
  }

  /**
   * The ARN of the listener that the services share.
   */
  public get listenerArn(): string {
    return this.listener.listenerArn;
  }

  /**
   * Connections of the load balancer.
   */
  public readonly connections: ec2.Connections;

  /**
   * The id of the target groups of services, another one behind each load balancer.
   *
   * @internal
   */
  public readonly _targetGroupId: string;

  private readonly hostedZone?: route53.IHostedZone;
  private publishedAt?: string;
  private rules = 0;

  /**
   * Defines a SharedLoadBalancer.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: SharedLoadBalancerProps) {
    props = readProps(pathOf(scope, id), props, ['vpc']);
    checkPlaces(scope, id, { accessLogsBucket: props.accessLogsBucket });
    checkSharedLoadBalancer(pathOf(scope, id), props);
    super(scope, id);
    checkItself(this);
    const internetFacing = !props.internal;
    const https = props.protocol !== elbv2.ApplicationProtocol.HTTP;
    const peers = peersOf(internetFacing, props);
    this.hostedZone = props.hostedZone;
    this.loadBalancer = newLoadBalancer(this, props.vpc, internetFacing, props);
    this.listener = addListener(this.loadBalancer, https ? 'Https' : 'Http', {
      ...(https ? this.tls(props) : { port: 80, protocol: elbv2.ApplicationProtocol.HTTP }),
      defaultAction: elbv2.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: 'Not found' }),
    }, peers);
    if (https && !props.cloudFrontPrefixList) addRedirect(this.loadBalancer, peers);
    this.connections = this.listener.connections;
    this._targetGroupId = `${idOf('TargetGroup', internetFacing)}-${id}`;
  }

  /**
   * Publishes the load balancer for other apps of this account and region, as Systems Manager parameters below a path.
   *
   * Another app finds it by `SharedLoadBalancer.fromPublished`.
   *
   * @param parameterPath the path, for example `/shared/load-balancer`
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
   */
  public publish(parameterPath: string): void {
    checkParameterPath(this.node.path, 'parameterPath', parameterPath);
    if (this.publishedAt !== undefined) {
      refuse({
        headline: `the load balancer is published at '${this.publishedAt}' already`, at: this.node.path, property: 'publish', fix: 'call publish once',
      });
    }
    this.publishedAt = parameterPath;
    publishValues(this, parameterPath, {
      listenerArn: this.listenerArn,
      loadBalancerArn: this.loadBalancerArn,
      securityGroupId: this.connections.securityGroups[0].securityGroupId,
      loadBalancerDnsName: this.loadBalancerDnsName,
      loadBalancerCanonicalHostedZoneId: this.loadBalancer.loadBalancerCanonicalHostedZoneId,
    });
  }

  private tls(props: SharedLoadBalancerProps): elbv2.BaseApplicationListenerProps {
    const { certificates, hostedZone, domainName, sslPolicy, mutualAuthentication } = props;
    const name = domainName ?? hostedZone?.zoneName ?? '';
    return {
      port: 443,
      protocol: elbv2.ApplicationProtocol.HTTPS,
      sslPolicy: sslPolicy ?? elbv2.SslPolicy.TLS13_RES,
      mutualAuthentication,
      certificates: certificates ?? [newCertificate(this, hostedZone, name, [`*.${name}`])],
    };
  }

  /**
   * Counts the rule, and makes its names known.
   *
   * @internal
   */
  public _attach({ hostNames = [] }: RequestConditions): void {
    this.rules++;
    if (this.rules === RULES_QUOTA + 1) {
      Annotations.of(this).addWarningV2('EcsGuardrails::shared-load-balancer-rules',
        `more than ${RULES_QUOTA} services share the load balancer, each with a rule: that is the quota of a load balancer, unless yours was raised`);
    }
    for (const name of hostNames) addHostRecord(this, this.hostedZone, name, this.loadBalancer);
  }
}
