import type { Construct } from 'constructs';
import { ExistingListenerIngress } from './existing-listener-ingress';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import type { RequestConditions } from './rules/request-conditions';
import { ASSIGNED, assignPriority, roomFor } from './rules/rule-priority';
import type { AttachableLoadBalancer, PriorityBand } from './shared-load-balancer-ref';
import type { SharedIngressOptions } from './shared-options';
import { targetOptionsOf, type TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
import { checkKind } from '../checks/check-kind';
import type { DeploymentConfig } from '../deployment/deployment-config';
import { refuse } from '../gotchas/enforce';

/** A rule of a shared load balancer, in the stack of the service. */
export class SharedIngress implements IngressKind {
  public readonly shiftsTraffic = true;

  public constructor(private readonly options: SharedIngressOptions) {}

  private get loadBalancer(): AttachableLoadBalancer {
    return this.options.loadBalancer as AttachableLoadBalancer;
  }

  public get target(): TargetOptions {
    return targetOptionsOf(this.options);
  }

  public check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig): void {
    checkKind(at, 'ingress.loadBalancer', this.options.loadBalancer, '_attach', "a SharedLoadBalancer: new SharedLoadBalancer(this, 'Edge', { vpc, hostedZone })");
    this.onListener(ASSIGNED.first).check(at, wanted, deployment);
    checkRoom(at, this.options, this.loadBalancer._band);
  }

  public bind(scope: Construct, target: IngressTarget): IngressConfig {
    this.loadBalancer._attach(this.options);
    return this.onListener(assignPriority(scope.node.path, this.options, this.loadBalancer._band)).bind(scope, target);
  }

  private onListener(assigned: number): ExistingListenerIngress {
    const { listener, loadBalancer, _targetGroupId, _band } = this.loadBalancer;
    const { loadBalancer: _, priority = assigned, ...conditions } = this.options;
    const priorities = (path: string, of: RequestConditions): number => assignPriority(path, of, _band);
    return new ExistingListenerIngress({ ...conditions, listener, loadBalancer, priority }, priorities, _targetGroupId);
  }
}

/** Throws for a rule so special that a part of the few priorities of its kind is empty. */
function checkRoom(at: string, { priority, ...conditions }: SharedIngressOptions, band: PriorityBand | undefined): void {
  const { size } = roomFor(conditions);
  if (priority !== undefined || !band || size >= band.of) return;
  refuse({
    headline: `ingress has conditions for which ${size} priorities are assigned, too few for the ${band.of} parts of band`,
    at,
    property: 'ingress.priority',
    fix: 'set ingress.priority to a free number from 1 to 999',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  });
}
