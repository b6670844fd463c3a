import { NOT_SAID, Unknown, type Fact } from './fact';

/** What one rule of a security group lets in. */
export interface IngressFacts {
  /** `-1` is every protocol. */
  readonly protocol: Fact<string>;
  /** `undefined`: every port. */
  readonly firstPort: Fact<number | undefined>;
  readonly lastPort: Fact<number | undefined>;
  /** The id of the security group that is let in; `undefined`: addresses or a prefix list. */
  readonly fromGroup: Fact<string | undefined>;
  /** Every address is let in, of IPv4 or IPv6. */
  readonly fromAnywhere: Fact<boolean>;
}

export interface SecurityGroupFacts {
  /** The same for the same security group; not for messages. */
  readonly id: Fact<string>;
  /** All rules that the app gives it. */
  readonly ingress: Fact<readonly IngressFacts[]>;
}

/** The facts given, and *unknown* for the rest. */
export function securityGroupFacts(given: Partial<SecurityGroupFacts> = {}, otherwise = NOT_SAID): SecurityGroupFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, ingress: unknown, ...given };
}
