import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import type { HttpsOptions, LoadBalancerOptions } from './load-balancer-options';
import { register } from './register';
import { newTargetGroup } from './target-group';
import { checkSeconds } from '../checks/arguments';
import { announce } from '../connect/announced';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html';

/** A load balancer of the service's own. */
export class LoadBalancerIngress implements IngressKind {
  public constructor(
    private readonly internetFacing: boolean,
    private readonly options: LoadBalancerOptions,
    private readonly https?: HttpsOptions,
  ) {}

  public check(at: string): void {
    checkSeconds(at, 'ingress.idleTimeout', this.options.idleTimeout, { min: 1, max: 4000 });
    if (this.https && !this.https.certificate && !this.https.hostedZone) {
      refuse({
        headline: 'ingress has neither certificate nor hostedZone, HTTPS needs a certificate',
        id: 'net-tls-listener',
        at,
        property: 'ingress',
        fix: 'pass the hostedZone of the domain name to get a certificate, or pass a certificate',
        docs: DOCS,
      });
    }
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    const loadBalancer = new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', {
      vpc: target.cluster.vpc,
      internetFacing: this.internetFacing,
      vpcSubnets: this.options.vpcSubnets,
      idleTimeout: this.options.idleTimeout,
      deletionProtection: this.options.deletionProtection,
      dropInvalidHeaderFields: true,
    });
    const targetGroup = newTargetGroup(scope, target);
    if (this.https) {
      this.addHttps(scope, loadBalancer, targetGroup, this.https);
    } else {
      this.addListener(loadBalancer, 'Http', { port: 80, protocol: elbv2.ApplicationProtocol.HTTP, defaultTargetGroups: [targetGroup] });
    }
    register(target, targetGroup, loadBalancer);
    this.announce(target, loadBalancer);
    return { targetGroup, loadBalancer };
  }

  private announce({ service }: IngressTarget, loadBalancer: elbv2.ApplicationLoadBalancer): void {
    const [scheme, port] = this.https ? ['https', 443] as const : ['http', 80] as const;
    announce(service, {
      kind: 'load-balancer',
      name: service.node.scope!.node.id,
      hostName: this.https?.domainName ?? loadBalancer.loadBalancerDnsName,
      port,
      scheme,
      entrance: ec2.Port.tcp(port),
      letsIn: this.internetFacing ? undefined : loadBalancer,
    });
  }

  private addHttps(
    scope: Construct,
    loadBalancer: elbv2.ApplicationLoadBalancer,
    targetGroup: elbv2.ApplicationTargetGroup,
    https: HttpsOptions,
  ): void {
    const { domainName, hostedZone } = https;
    this.addListener(loadBalancer, 'Https', {
      port: 443,
      protocol: elbv2.ApplicationProtocol.HTTPS,
      sslPolicy: https.sslPolicy ?? elbv2.SslPolicy.TLS13_RES,
      certificates: [https.certificate ?? new acm.Certificate(scope, 'Certificate', {
        domainName,
        validation: acm.CertificateValidation.fromDns(hostedZone),
      })],
      defaultTargetGroups: [targetGroup],
    });
    this.addListener(loadBalancer, 'Http', {
      port: 80,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
    if (hostedZone) {
      new route53.ARecord(scope, 'AliasRecord', {
        zone: hostedZone,
        recordName: domainName,
        target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer)),
      });
    }
  }

  private addListener(loadBalancer: elbv2.ApplicationLoadBalancer, id: string, props: elbv2.BaseApplicationListenerProps): void {
    const listener = loadBalancer.addListener(id, { ...props, open: false });
    for (const peer of this.options.allowFrom ?? (this.internetFacing ? [ec2.Peer.anyIpv4()] : [])) {
      listener.connections.allowDefaultPortFrom(peer);
    }
  }
}
