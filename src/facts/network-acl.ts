import type { Fact } from './fact';

/** One rule of a network ACL. */
export interface AclRuleFacts {
  readonly number: Fact<number>;
  readonly isOutgoing: Fact<boolean>;
  readonly isAllowing: Fact<boolean>;
  /** `-1` is every protocol, `6` is TCP. */
  readonly protocol: Fact<string>;
  /** The rule is for every address of IPv4. */
  readonly isForAll: Fact<boolean>;
  /** `undefined`: every port. */
  readonly firstPort: Fact<number | undefined>;
  readonly lastPort: Fact<number | undefined>;
}
