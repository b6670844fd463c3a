import { NOT_SAID, Unknown, type Fact } from './fact';
import type { RoleFacts } from './role';

/** A capacity provider that starts and stops the instances of an Auto Scaling group. */
export interface CapacityProviderFacts {
  /** The name, or what CloudFormation begins one with where none is set: the name of the stack. */
  readonly nameOrStack: Fact<string>;
  /** The role with which ECS manages instances; `undefined`: it is left out, or it is no provider of Managed Instances. */
  readonly infrastructureRole: Fact<RoleFacts | undefined>;
  readonly managedScaling: Fact<boolean>;
  readonly managedTerminationProtection: Fact<boolean>;
  /** The group starts its instances protected from scale-in. */
  readonly groupIsProtected: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function capacityProviderFacts(given: Partial<CapacityProviderFacts> = {}, otherwise = NOT_SAID): CapacityProviderFacts {
  const unknown = new Unknown(otherwise);
  return {
    nameOrStack: unknown,
    infrastructureRole: unknown,
    managedScaling: unknown,
    managedTerminationProtection: unknown,
    groupIsProtected: unknown,
    ...given,
  };
}
