import { NOT_SAID, Unknown, type Fact } from './fact';
import type { NetworkFacts } from './network';
import type { RoleFacts } from './role';
import { taskFacts, type TaskFacts } from './task';
import type { NeighbourFacts } from './vpc-membership';

/** A service of Express Mode, which brings its load balancer and its scaling. */
export interface ExpressServiceFacts {
  readonly name: Fact<string | undefined>;
  /** True if it has a container of its own, instead of a task definition. */
  readonly hasContainer: Fact<boolean>;
  readonly namesDefinition: Fact<boolean>;
  /** Properties that it sets and that a task definition of the user decides, as in `cpu`. */
  readonly ofOwnTask: Fact<readonly string[]>;
  /** The task definition that it names, or its own container and roles as one. */
  readonly task: TaskFacts;
  /** Always true. */
  readonly onFargate: Fact<boolean>;
  /** `undefined`: ECS uses the default VPC. */
  readonly network: Fact<NetworkFacts | undefined>;
  /** Its subnets and security groups, which have to be in one VPC. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  readonly cpuUnits: Fact<number | undefined>;
  readonly memoryMiB: Fact<number | undefined>;
  readonly containerPort: Fact<number | undefined>;
  readonly healthCheckPath: Fact<string | undefined>;
  readonly minTaskCount: Fact<number | undefined>;
  readonly maxTaskCount: Fact<number | undefined>;
  /** As in `AVERAGE_CPU`, which is the default. */
  readonly scalingMetric: Fact<string>;
  /** ECS takes 60 when it is left out. */
  readonly scalingTargetValue: Fact<number | undefined>;
  /** The role with which ECS makes the load balancer and the scaling; `undefined`: it is left out. */
  readonly infrastructureRole: Fact<RoleFacts | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function expressServiceFacts(given: Partial<ExpressServiceFacts> = {}, otherwise = NOT_SAID): ExpressServiceFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    hasContainer: unknown,
    namesDefinition: unknown,
    ofOwnTask: unknown,
    task: taskFacts({}, otherwise),
    onFargate: unknown,
    network: unknown,
    neighbours: unknown,
    cpuUnits: unknown,
    memoryMiB: unknown,
    containerPort: unknown,
    healthCheckPath: unknown,
    minTaskCount: unknown,
    maxTaskCount: unknown,
    scalingMetric: unknown,
    scalingTargetValue: unknown,
    infrastructureRole: unknown,
    ...given,
  };
}
