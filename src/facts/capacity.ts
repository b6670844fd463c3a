import { NOT_SAID, Unknown, type Fact } from './fact';
import type { RoleFacts } from './role';

/** An Auto Scaling group whose instances join a cluster. */
export interface CapacityFacts {
  /** The image id of the launch template, when the template spells it out. */
  readonly imageId: Fact<string | undefined>;
  /** The image id is a literal, not looked up when the stack is deployed. */
  readonly imageIsPinned: Fact<boolean>;
  /** `undefined`: instances without a role. */
  readonly instanceRole: Fact<RoleFacts | undefined>;
}

/** The facts given, and *unknown* for the rest. */
export function capacityFacts(given: Partial<CapacityFacts> = {}, otherwise = NOT_SAID): CapacityFacts {
  const unknown = new Unknown(otherwise);
  return { imageId: unknown, imageIsPinned: unknown, instanceRole: unknown, ...given };
}
