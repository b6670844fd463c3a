import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SecurityGroupFacts } from './security-group';

/** Where a subnet sends what isn't for its own network. */
export type Egress = 'internet-gateway' | 'nat' | 'other' | 'none';

export interface SubnetFacts {
  /** The same for the same subnet. */
  readonly id: Fact<string>;
  readonly availabilityZone: Fact<string | undefined>;
  /** The same for the same zone, also where only the deployment knows its name; not for messages. */
  readonly zone: Fact<string>;
  /** IPv4 addresses that are free for others while nothing uses the subnet; `undefined`: it has none. */
  readonly addresses: Fact<number | undefined>;
  readonly egress: Fact<Egress>;
  /** Endpoint services of its network, as in `ecr.dkr`, `s3`. */
  readonly endpoints: Fact<readonly string[]>;
  /** Those of them that have network interfaces, and security groups on them. */
  readonly interfaceEndpoints: Fact<readonly EndpointFacts[]>;
}

/** An interface endpoint. */
export interface EndpointFacts {
  readonly service: Fact<string>;
  /** It answers under the public name of the service. EC2 takes `false` when it is left out. */
  readonly privateDns: Fact<boolean>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
}

/** The awsvpc configuration of a service. */
export interface NetworkFacts {
  readonly subnets: Fact<readonly SubnetFacts[]>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
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
  return {
    id: unknown,
    availabilityZone: unknown,
    zone: unknown,
    addresses: unknown,
    egress: unknown,
    endpoints: unknown,
    interfaceEndpoints: unknown,
    ...given,
  };
}
