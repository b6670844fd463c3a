import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { ExistingTargetGroupOptions } from './existing-options';
import type { IngressConfig, IngressKind, IngressTarget } from './ingress-kind';
import { register, type TargetGroupWishes } from './target-group';
import { refuse } from '../gotchas/enforce';

/** A target group that was made elsewhere. */
export class ExistingTargetGroupIngress implements IngressKind {
  public constructor(private readonly options: ExistingTargetGroupOptions) {}

  public check(at: string, wanted: TargetGroupWishes): void {
    for (const property of ['targetHealthCheck', 'deregistrationDelay'] as const) {
      if (wanted[property] === undefined) continue;
      refuse({
        headline: `${property} is set on a service behind an existing target group, which has its own`,
        at,
        property,
        fix: `set it where the target group is made, and leave ${property} out here`,
      });
    }
  }

  public bind(_scope: Construct, target: IngressTarget): IngressConfig {
    register(target, this.options.targetGroup);
    target.service.connections.allowFrom(this.options.loadBalancer, ec2.Port.tcp(target.containerPort), 'Load balancer to target');
    return this.options;
  }
}
