import type { BalancerFacts } from './balancer';
import { NOT_SAID, Unknown, type Fact } from './fact';

/** A set of attributes that Elastic Load Balancing has: one for each kind of load balancer, and of target group. */
export type AttributeSet = 'application' | 'network' | 'gateway' | 'application targets' | 'network targets' | 'udp targets' | 'gateway targets' | 'function targets';

export type TargetType = 'instance' | 'ip' | 'lambda' | 'alb';

export interface TargetGroupFacts {
  /** Identifies the target group; not for messages. */
  readonly id: Fact<string>;
  readonly name: Fact<string | undefined>;
  /** Beginnings that its name may not have. */
  readonly reservedPrefixes: Fact<readonly string[]>;
  /** Elastic Load Balancing defaults to `instance`. */
  readonly targetType: Fact<TargetType>;
  /** Elastic Load Balancing defaults to `ipv4`. */
  readonly addressType: Fact<string>;
  readonly protocol: Fact<string | undefined>;
  /** Elastic Load Balancing defaults to `HTTP1`. */
  readonly protocolVersion: Fact<string | undefined>;
  readonly port: Fact<number | undefined>;
  /** A listener or one of its rules forwards to it. */
  readonly onListener: Fact<boolean>;
  /** The load balancers of those listeners. */
  readonly balancers: Fact<readonly BalancerFacts[]>;
  /** Integrations of HTTP APIs that name it itself. */
  readonly integrations: Fact<readonly string[]>;
  /** Fixed targets listed in the target group itself. */
  readonly fixedTargets: Fact<number>;
  /** ECS services of the app, and whatever else of it refers to the target group and may register targets. */
  readonly registrants: Fact<number>;
  /** ECS services of the app that name it. */
  readonly services: Fact<number>;
  /** Attributes that the template writes, by key. */
  readonly attributes: Fact<ReadonlyMap<string, Fact<string>>>;
  /** The set that its attributes are of. */
  readonly attributeSet: Fact<AttributeSet>;
  readonly deregistrationDelaySeconds: Fact<number | undefined>;
  readonly healthCheckProtocol: Fact<string | undefined>;
  readonly healthCheckPath: Fact<string | undefined>;
  /** HTTP codes that count as healthy: `200`, `200-399`, `200,301`. */
  readonly healthCheckMatcher: Fact<string | undefined>;
  /** gRPC codes that count as healthy: `0`, `0-99`, `0,12`. */
  readonly healthCheckGrpcMatcher: Fact<string | undefined>;
  readonly healthCheckPort: Fact<string | undefined>;
  readonly healthCheckIntervalSeconds: Fact<number | undefined>;
  readonly healthCheckTimeoutSeconds: Fact<number | undefined>;
  readonly healthyThreshold: Fact<number | undefined>;
  readonly unhealthyThreshold: Fact<number | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function targetGroupFacts(given: Partial<TargetGroupFacts> = {}, otherwise = NOT_SAID): TargetGroupFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    name: unknown,
    reservedPrefixes: unknown,
    targetType: unknown,
    addressType: unknown,
    protocol: unknown,
    protocolVersion: unknown,
    port: unknown,
    onListener: unknown,
    balancers: unknown,
    fixedTargets: unknown,
    registrants: unknown,
    services: unknown,
    integrations: unknown,
    attributes: unknown,
    attributeSet: unknown,
    deregistrationDelaySeconds: unknown,
    healthCheckProtocol: unknown,
    healthCheckPath: unknown,
    healthCheckMatcher: unknown,
    healthCheckGrpcMatcher: unknown,
    healthCheckPort: unknown,
    healthCheckIntervalSeconds: unknown,
    healthCheckTimeoutSeconds: unknown,
    healthyThreshold: unknown,
    unhealthyThreshold: unknown,
    ...given,
  };
}
