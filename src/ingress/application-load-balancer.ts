import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { BaseLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnResource, Stack, Tokenization } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { BaseLoadBalancerOptions } from './base-load-balancer-options';
import { groupDescription } from '../checks/group-description';
import { checkOneVpc } from '../checks/one-vpc';
import { refuse } from '../gotchas/enforce';
import { netTlsListener } from '../gotchas/net/net-tls-listener';

const HTTPS_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html';

/** Throws for HTTPS without a certificate. */
export function refuseWithoutCertificate(at: string, what: string, property: string, fix: string): never {
  refuse({ headline: `${what}, HTTPS needs a certificate`, gotcha: netTlsListener, at, property, fix, docs: HTTPS_DOCS });
}

/** An id that contains the scheme, which can't be changed: with the other scheme there is another load balancer, beside the old one until that is gone. */
export function idOf(what: string, internetFacing: boolean): string {
  return internetFacing ? what : `Internal${what}`;
}

export function newLoadBalancer(
  scope: Construct, vpc: ec2.IVpc, internetFacing: boolean, options: BaseLoadBalancerOptions,
): elbv2.ApplicationLoadBalancer {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(scope, idOf('LoadBalancer', internetFacing), {
    vpc,
    internetFacing,
    vpcSubnets: options.vpcSubnets,
    idleTimeout: options.idleTimeout,
    deletionProtection: options.deletionProtection,
    dropInvalidHeaderFields: true,
  });
  // The CDK's own way doesn't take tokens.
  if (options.idleTimeout) loadBalancer.setAttribute('idle_timeout.timeout_seconds', Tokenization.stringifyNumber(options.idleTimeout.toSeconds()));
  describeGroups(loadBalancer);
  if (options.accessLogsBucket) writeAccessLogs(loadBalancer, options.accessLogsBucket, options.accessLogsPrefix);
  const webAclArn = options.webAcl?.webAclRef.webAclArn ?? options.webAclArn;
  if (webAclArn) {
    // All of aws-wafv2 is large to load.
    new CfnResource(scope, 'WebAcl', {
      type: 'AWS::WAFv2::WebACLAssociation',
      properties: { ResourceArn: loadBalancer.loadBalancerArn, WebACLArn: webAclArn },
    });
  }
  return loadBalancer;
}

/** The CDK describes the group of a load balancer by the whole path, which may be longer than EC2 takes. */
function describeGroups({ connections }: elbv2.ApplicationLoadBalancer): void {
  for (const { node: { defaultChild: group } } of connections.securityGroups) {
    if (!(group instanceof ec2.CfnSecurityGroup)) continue;
    const shorter = groupDescription(group.groupDescription);
    if (shorter !== undefined) group.groupDescription = shorter;
  }
}

/** A listener that is open to the peers only. */
export function addListener(
  loadBalancer: elbv2.ApplicationLoadBalancer, id: string, props: elbv2.BaseApplicationListenerProps, peers: readonly ec2.IConnectable[],
): elbv2.ApplicationListener {
  const listener = loadBalancer.addListener(id, { ...props, open: false });
  for (const peer of peers) {
    checkOneVpc(loadBalancer, 'allowFrom', peer, loadBalancer);
    listener.connections.allowDefaultPortFrom(peer);
  }
  return listener;
}

/** Peers that may connect by default: every address, or none for an internal load balancer. */
export function peersOf(internetFacing: boolean, { allowFrom, cloudFrontPrefixList }: BaseLoadBalancerOptions): readonly ec2.IConnectable[] {
  if (cloudFrontPrefixList) return [cloudFrontPrefixList];
  return allowFrom ?? (internetFacing ? [ec2.Peer.anyIpv4()] : []);
}

/** Plain HTTP is sent to HTTPS. */
export function addRedirect(loadBalancer: elbv2.ApplicationLoadBalancer, peers: readonly ec2.IConnectable[]): void {
  addListener(loadBalancer, 'Http', {
    port: 80,
    protocol: elbv2.ApplicationProtocol.HTTP,
    defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
  }, peers);
}

/** A certificate that the hosted zone validates. */
export function newCertificate(
  scope: Construct, hostedZone: route53.IHostedZone | undefined, domainName: string, subjectAlternativeNames?: string[],
): acm.Certificate {
  return new acm.Certificate(scope, 'Certificate', {
    domainName, subjectAlternativeNames, validation: acm.CertificateValidation.fromDns(hostedZone),
  });
}

export function newAlias(
  scope: Construct, id: string, zone: route53.IHostedZone, recordName: string, loadBalancer: elbv2.ILoadBalancerV2,
): route53.ARecord {
  return new route53.ARecord(scope, id, { zone, recordName, target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer)) });
}

/**
 * Has the load balancer write its access logs to the bucket. The CDK's own way needs to know the region, and grants more:
 * Elastic Load Balancing writes as one service principal everywhere by now.
 */
function writeAccessLogs(loadBalancer: BaseLoadBalancer, bucket: IBucket, prefix?: string): void {
  const { account, partition, region } = Stack.of(loadBalancer);
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  if (prefix) loadBalancer.setAttribute('access_logs.s3.prefix', prefix);
  const { policyDependable } = bucket.addToResourcePolicy(new iam.PolicyStatement({
    actions: ['s3:PutObject'],
    principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
    resources: [bucket.arnForObjects(`${prefix ? `${prefix}/` : ''}AWSLogs/${account}/*`)],
    conditions: { ArnLike: { 'aws:SourceArn': `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/*` } },
  }));
  // Elastic Load Balancing tries to write before it accepts the attribute.
  if (policyDependable) loadBalancer.node.addDependency(policyDependable);
}
