import type { DeploymentFacts } from './deployment';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { NetworkFacts } from './network';
import type { ScalingFacts } from './scaling';
import type { TargetGroupFacts } from './target-group';
import { taskFacts, type Compatibility, type TaskFacts } from './task';

export interface CapacityProviderItemFacts {
  readonly provider: Fact<string>;
  readonly base: Fact<number>;
  /** ECS takes 0 when it is left out. */
  readonly weight: Fact<number>;
}

/** One load balancer of a service, joined with its target group. */
export interface LoadBalancerFacts {
  readonly targetGroup: TargetGroupFacts;
  readonly containerName: Fact<string | undefined>;
  readonly containerPort: Fact<number | undefined>;
  /** `undefined`: no second target group for blue/green. */
  readonly alternateTargetGroup: Fact<TargetGroupFacts | undefined>;
}

/** An ECS service and what belongs to it. */
export interface ServiceFacts extends DeploymentFacts {
  readonly name: Fact<string | undefined>;
  readonly task: TaskFacts;
  readonly launchType: Fact<Compatibility | undefined>;
  readonly capacityProviderStrategy: Fact<readonly CapacityProviderItemFacts[]>;
  /** By its launch type, its strategy, or the default strategy of its cluster. */
  readonly onFargate: Fact<boolean>;
  readonly platformVersion: Fact<string | undefined>;
  /** ECS takes `REPLICA` when it is left out. */
  readonly schedulingStrategy: Fact<'REPLICA' | 'DAEMON'>;
  readonly desiredCount: Fact<number | undefined>;
  readonly loadBalancers: Fact<readonly LoadBalancerFacts[]>;
  readonly network: Fact<NetworkFacts | undefined>;
  readonly healthCheckGracePeriodSeconds: Fact<number | undefined>;
  /** `undefined`: nothing scales it. */
  readonly scaling: Fact<ScalingFacts | undefined>;
  readonly serviceConnect: Fact<boolean>;
  readonly executeCommand: Fact<boolean>;
  readonly availabilityZoneRebalancing: Fact<boolean | undefined>;
}

/** The facts given, and *unknown* for the rest. */
export function serviceFacts(given: Partial<ServiceFacts> = {}, otherwise = NOT_SAID): ServiceFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    task: taskFacts({}, otherwise),
    launchType: unknown,
    capacityProviderStrategy: unknown,
    onFargate: unknown,
    platformVersion: unknown,
    schedulingStrategy: unknown,
    desiredCount: unknown,
    controller: unknown,
    strategy: unknown,
    minHealthyPercent: unknown,
    maxHealthyPercent: unknown,
    circuitBreaker: unknown,
    alarms: unknown,
    bakeTimeMinutes: unknown,
    loadBalancers: unknown,
    network: unknown,
    healthCheckGracePeriodSeconds: unknown,
    scaling: unknown,
    serviceConnect: unknown,
    executeCommand: unknown,
    availabilityZoneRebalancing: unknown,
    ...given,
  };
}
