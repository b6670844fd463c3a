import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { ExistingListenerIngress } from './existing-listener-ingress';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { ASSIGNED, assignPriority } from './rule-priority';
import type { SharedIngressOptions } from './shared-options';
import { targetOptionsOf, type TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
import { announce } from '../connect/announced';
import type { DeploymentConfig } from '../deployment/deployment-config';

/** A rule of a shared load balancer, in the stack of the service. */
export class SharedIngress implements IngressKind {
  public readonly shiftsTraffic = true;

  public constructor(private readonly options: SharedIngressOptions) {}

  public get target(): TargetOptions {
    return targetOptionsOf(this.options);
  }

  public check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig): void {
    this.onListener(ASSIGNED.first).check(at, wanted, deployment);
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    this.options.loadBalancer._attach(this.options);
    this.announce(target);
    return this.onListener(assignPriority(scope.node.path, this.options)).bind(scope, target);
  }

  /** By one of its host names; without any, by the name of the load balancer, which no certificate is for. */
  private announce({ service }: IngressTarget): void {
    const { loadBalancer: { loadBalancer, _entrance: { scheme, port, letsIn } }, hostNames } = this.options;
    const hostName = hostNames?.length ? hostNames.find((name) => !/[*?]/.test(name)) : scheme === 'http' ? loadBalancer.loadBalancerDnsName : undefined;
    if (hostName === undefined) return;
    announce(service, { kind: 'load-balancer', name: service.node.scope!.node.id, hostName, port, scheme, entrance: ec2.Port.tcp(port), letsIn });
  }

  private onListener(assigned: number): ExistingListenerIngress {
    const { loadBalancer: { listener, loadBalancer, _targetGroupId }, priority = assigned, ...conditions } = this.options;
    return new ExistingListenerIngress({ ...conditions, listener, loadBalancer, priority }, assignPriority, _targetGroupId);
  }
}
