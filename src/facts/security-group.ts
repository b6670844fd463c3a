import { NOT_SAID, Unknown, type Fact } from './fact';

/** Traffic that one rule of a security group allows. */
export interface IngressFacts {
  /** `-1` is every protocol. */
  readonly protocol: Fact<string>;
  /** `undefined`: every port. */
  readonly firstPort: Fact<number | undefined>;
  readonly lastPort: Fact<number | undefined>;
  /** Key of the resource of the app whose port it is for, where only the deployment knows the number; not for messages. */
  readonly portOf?: string;
  /** Id of the security group as the source; `undefined`: the source is addresses or a prefix list. */
  readonly fromGroup: Fact<string | undefined>;
  /** The source is every IPv4 or every IPv6 address. */
  readonly fromAnywhere: Fact<boolean>;
  /** The source is a range of private addresses, such as those of a VPC. */
  readonly fromPrivate: Fact<boolean>;
}

/** Traffic to which one rule of a security group lets its members send. */
export interface EgressFacts {
  /** `-1` is every protocol. */
  readonly protocol: Fact<string>;
  /** `undefined`: every port. */
  readonly firstPort: Fact<number | undefined>;
  readonly lastPort: Fact<number | undefined>;
  /** Id of the security group as the destination; `undefined`: the destination is addresses or a prefix list. */
  readonly toGroup: Fact<string | undefined>;
  /** The destination is a range of private addresses, such as those of a VPC. */
  readonly toPrivate: Fact<boolean>;
}

export interface SecurityGroupFacts {
  /** Identifies the security group; not for messages. */
  readonly id: Fact<string>;
  /** Every rule in the app for the security group. */
  readonly ingress: Fact<readonly IngressFacts[]>;
  /** Every rule in the app for traffic out of the security group. EC2 allows all traffic where none is set. */
  readonly egress: Fact<readonly EgressFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function securityGroupFacts(given: Partial<SecurityGroupFacts> = {}, otherwise = NOT_SAID): SecurityGroupFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, ingress: unknown, egress: unknown, ...given };
}
