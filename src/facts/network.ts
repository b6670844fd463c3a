import { NOT_SAID, Unknown, type Fact } from './fact';

/** Where a subnet sends what isn't for its own network. */
export type Egress = 'internet-gateway' | 'nat' | 'other' | 'none';

export interface SubnetFacts {
  /** The same for the same subnet. */
  readonly id: Fact<string>;
  readonly availabilityZone: Fact<string | undefined>;
  readonly egress: Fact<Egress>;
  /** Endpoint services of its network, as in `ecr.dkr`, `s3`. */
  readonly endpoints: Fact<readonly string[]>;
}

/** The awsvpc configuration of a service. */
export interface NetworkFacts {
  readonly subnets: Fact<readonly SubnetFacts[]>;
  readonly securityGroups: Fact<readonly Fact<string>[]>;
  /** ECS takes `DISABLED` when it is left out. */
  readonly assignPublicIp: Fact<boolean>;
}

/** The facts given, and *unknown* for the rest. */
export function networkFacts(given: Partial<NetworkFacts> = {}, otherwise = NOT_SAID): NetworkFacts {
  const unknown = new Unknown(otherwise);
  return { subnets: unknown, securityGroups: unknown, assignPublicIp: unknown, ...given };
}

/** The facts given, and *unknown* for the rest. */
export function subnetFacts(given: Partial<SubnetFacts> = {}, otherwise = NOT_SAID): SubnetFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, availabilityZone: unknown, egress: unknown, endpoints: unknown, ...given };
}
