import type { Construct } from 'constructs';
import { ExistingListenerIngress } from './existing-listener-ingress';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { ASSIGNED, assignPriority } from './rules/rule-priority';
import type { SharedIngressOptions } from './shared-options';
import { targetOptionsOf, type TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
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
    return this.onListener(assignPriority(scope.node.path, this.options)).bind(scope, target);
  }

  private onListener(assigned: number): ExistingListenerIngress {
    const { loadBalancer: { listener, loadBalancer, _targetGroupId }, priority = assigned, ...conditions } = this.options;
    return new ExistingListenerIngress({ ...conditions, listener, loadBalancer, priority }, assignPriority, _targetGroupId);
  }
}
