import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { addListener, addRedirect, idOf, newAlias, newCertificate, newLoadBalancer, peersOf, refuseWithoutCertificate } from './application-load-balancer';
import { checkCertificateRegion } from './check-certificate-region';
import { checkHttps } from './check-https';
import { checkBalancedSubnets, checkLoadBalancer } from './check-load-balancer';
import { checkSignIn } from './check-sign-in';
import { checkTargetOptions } from './check-target';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import type { HttpsOptions, LoadBalancerOptions } from './load-balancer-options';
import { register } from './register';
import { addTestListener, checkOwnTestTraffic, shiftOwn } from './shift/own-listener-shift';
import { newTargetGroups } from './shift/shift-traffic';
import { targetOptionsOf, type TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
import { checkPlacesIn } from '../checks/same-place';
import { publishAddress } from '../connect/service-addresses';
import type { DeploymentConfig } from '../deployment/deployment-config';

/** A load balancer of the service's own. */
export class LoadBalancerIngress implements IngressKind {
  public readonly shiftsTraffic = true;

  public constructor(
    private readonly internetFacing: boolean,
    private readonly options: LoadBalancerOptions,
    private readonly https?: HttpsOptions,
  ) {}

  public get target(): TargetOptions {
    return targetOptionsOf(this.options);
  }

  public check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig, vpc: ec2.IVpc): void {
    checkLoadBalancer(at, this.options);
    checkPlacesIn(Stack.of(vpc), at, { accessLogsBucket: this.options.accessLogsBucket }, 'ingress.');
    checkBalancedSubnets(at, vpc, this.internetFacing, this.options.vpcSubnets);
    if (this.https) checkHttps(at, this.https);
    checkCertificateRegion(at, 'ingress.certificate', this.https?.certificate, vpc);
    checkTargetOptions(at, wanted, this.https !== undefined);
    checkSignIn(at, this.https?.signIn, { https: true, hostNames: this.https ? [this.https.domainName] : [] }, deployment);
    checkOwnTestTraffic(at, deployment, this.https ? [443, 80] : [80]);
    if (!this.https || this.https.certificate || this.https.hostedZone) return;
    refuseWithoutCertificate(at, 'ingress has neither certificate nor hostedZone', 'ingress',
      'pass the hostedZone of the domain name to get a certificate, or pass a certificate');
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    const loadBalancer = newLoadBalancer(scope, target.cluster.vpc, this.internetFacing, this.options);
    const colours = newTargetGroups(scope, target, idOf('TargetGroup', this.internetFacing));
    const peers = peersOf(this.internetFacing, this.options);
    const like = { ...this.protocol(scope), ...this.forwardTo(colours.blue) };
    const listener = addListener(loadBalancer, this.https ? 'Https' : 'Http', like, peers);
    if (this.https && !this.options.cloudFrontPrefixList) addRedirect(loadBalancer, peers);
    if (this.https?.hostedZone) newAlias(scope, 'AliasRecord', this.https.hostedZone, this.https.domainName, loadBalancer);
    const testListener = addTestListener(loadBalancer, target, colours, like);
    register(target, colours.blue, loadBalancer, shiftOwn(scope, target, colours, listener, testListener));
    this.announce(target, loadBalancer);
    return { targetGroup: colours.blue, alternateTargetGroup: colours.green, loadBalancer, listener, testListener };
  }

  private announce({ service, name }: IngressTarget, loadBalancer: elbv2.ApplicationLoadBalancer): void {
    if (this.https?.signIn?._stopsServices) return;
    const [scheme, port] = this.https ? ['https', 443] as const : ['http', 80] as const;
    publishAddress(service, {
      kind: 'load-balancer',
      name,
      hostName: this.https?.domainName ?? loadBalancer.loadBalancerDnsName,
      port,
      scheme,
      entrance: ec2.Port.tcp(port),
      gatekeeper: this.internetFacing ? undefined : loadBalancer,
    });
  }

  private forwardTo(blue: elbv2.ApplicationTargetGroup): Partial<elbv2.BaseApplicationListenerProps> {
    const signIn = this.https?.signIn;
    return signIn ? { defaultAction: signIn._before(elbv2.ListenerAction.forward([blue])) } : { defaultTargetGroups: [blue] };
  }

  private protocol(scope: Construct): elbv2.BaseApplicationListenerProps {
    if (!this.https) return { port: 80, protocol: elbv2.ApplicationProtocol.HTTP };
    const { domainName, hostedZone, certificate, sslPolicy = elbv2.SslPolicy.TLS13_RES, mutualAuthentication } = this.https;
    return {
      port: 443,
      protocol: elbv2.ApplicationProtocol.HTTPS,
      sslPolicy,
      mutualAuthentication,
      certificates: [certificate ?? newCertificate(scope, hostedZone, domainName)],
    };
  }
}
