import { NOT_SAID, Unknown, type Fact } from './fact';
import type { RoleFacts } from './role';

/** A service of Express Mode, which brings its load balancer and its scaling. */
export interface ExpressServiceFacts {
  readonly cpuUnits: Fact<number | undefined>;
  readonly memoryMiB: Fact<number | undefined>;
  readonly containerPort: Fact<number | undefined>;
  readonly healthCheckPath: Fact<string | undefined>;
  readonly minTaskCount: Fact<number | undefined>;
  readonly maxTaskCount: Fact<number | undefined>;
  /** The role with which ECS makes the load balancer and the scaling; `undefined`: it is left out. */
  readonly infrastructureRole: Fact<RoleFacts | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function expressServiceFacts(given: Partial<ExpressServiceFacts> = {}, otherwise = NOT_SAID): ExpressServiceFacts {
  const unknown = new Unknown(otherwise);
  return {
    cpuUnits: unknown,
    memoryMiB: unknown,
    containerPort: unknown,
    healthCheckPath: unknown,
    minTaskCount: unknown,
    maxTaskCount: unknown,
    infrastructureRole: unknown,
    ...given,
  };
}
