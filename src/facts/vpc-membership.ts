import type { Fact } from './fact';

/** Something that works together with subnets, and whose VPC is therefore theirs. */
export interface NeighbourFacts {
  readonly kind: NeighbourKind;
  /** Name of the resource, for messages. */
  readonly name: string;
  /** True if it is in another VPC than the subnets. */
  readonly isElsewhere: Fact<boolean>;
}

export type NeighbourKind = 'subnet' | 'security group' | 'security group of a rule' | 'target group' | 'load balancer' | 'target group of VPC Lattice' | 'namespace';
