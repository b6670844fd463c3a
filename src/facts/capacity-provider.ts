import { NOT_SAID, Unknown, type Fact } from './fact';

/** A capacity provider that starts and stops the instances of an Auto Scaling group. */
export interface CapacityProviderFacts {
  readonly managedScaling: Fact<boolean>;
  readonly managedTerminationProtection: Fact<boolean>;
  /** The group starts its instances protected from scale-in. */
  readonly groupIsProtected: Fact<boolean>;
}

/** The facts given, and *unknown* for the rest. */
export function capacityProviderFacts(given: Partial<CapacityProviderFacts> = {}, otherwise = NOT_SAID): CapacityProviderFacts {
  const unknown = new Unknown(otherwise);
  return { managedScaling: unknown, managedTerminationProtection: unknown, groupIsProtected: unknown, ...given };
}
