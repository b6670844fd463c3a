import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { ExistingTargetGroupOptions } from './existing-options';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { register } from './register';
import type { TargetGroupOptions } from './target-group';
import { refuse } from '../gotchas/enforce';
import { netTargetTypeMismatch } from '../gotchas/net/net-target-type-mismatch';

/** A target group that was made elsewhere. */
export class ExistingTargetGroupIngress implements IngressKind {
  public constructor(private readonly options: ExistingTargetGroupOptions) {}

  public check(at: string, wanted: TargetGroupOptions): void {
    for (const property of ['targetHealthCheck', 'deregistrationDelay'] as const) {
      if (wanted[property] === undefined) continue;
      refuse({
        headline: `${property} is set on a service behind an existing target group, which has its own`,
        at,
        property,
        fix: `set it where the target group is made, and leave ${property} out here`,
      });
    }
    const { targetType } = this.options.targetGroup as { targetType?: elbv2.TargetType };
    if (targetType === undefined || targetType === wanted.targetType) return;
    refuse({
      headline: `ingress has a target group of type ${targetType}, the network mode of the tasks needs ${wanted.targetType}`,
      gotcha: netTargetTypeMismatch,
      at,
      property: 'ingress',
      fix: `make the target group with targetType: TargetType.${wanted.targetType.toUpperCase()}`,
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
    });
  }

  public bind(_scope: Construct, target: IngressTarget): IngressConfig {
    register(target, this.options.targetGroup, this.options.loadBalancer);
    return this.options;
  }
}
