import { NOT_SAID, Unknown, type Fact } from './fact';
import type { AclRuleFacts } from './network-acl';
import type { StatementFacts } from './role';
import type { SecurityGroupFacts } from './security-group';

/** Target of a subnet's traffic over IPv4 to other networks. */
export type Egress = 'internet-gateway' | 'nat' | 'other' | 'none';

export interface SubnetFacts {
  /** Identifies the subnet. */
  readonly id: Fact<string>;
  /** Identifies the VPC; not for messages. */
  readonly vpc: Fact<string>;
  readonly availabilityZone: Fact<string | undefined>;
  /** Identifies the zone, even if its name is known only at deployment; not for messages. */
  readonly zone: Fact<string>;
  /** True if the subnet is on an Outpost, whose zone is the one that it belongs to. */
  readonly onOutpost: Fact<boolean>;
  /** IPv4 addresses that are free for others while nothing uses the subnet; `undefined`: it has none. */
  readonly addresses: Fact<number | undefined>;
  readonly egress: Fact<Egress>;
  /** NAT gateways of its routes that are in a subnet without a route to an internet gateway, by their names. */
  readonly cutNats: readonly string[];
  /** True if the subnet has addresses of IPv6. */
  readonly hasIpv6: Fact<boolean>;
  /** True if the subnet has addresses of IPv6 and a route out for them. */
  readonly leadsOutOverIpv6: Fact<boolean>;
  /** Rules of the network ACL that the app associates with it; `undefined`: none. */
  readonly aclRules: Fact<readonly AclRuleFacts[] | undefined>;
  /** Endpoint services of its network, as in `ecr.dkr`, `s3`. */
  readonly endpoints: Fact<readonly string[]>;
  /** Policies of the endpoints that serve the subnet. */
  readonly endpointPolicies: Fact<readonly EndpointPolicyFacts[]>;
  /** Endpoints with network interfaces and security groups. */
  readonly interfaceEndpoints: Fact<readonly EndpointFacts[]>;
}

/** An interface endpoint. */
export interface EndpointFacts {
  readonly service: Fact<string>;
  /** True if the endpoint answers under the public name of the service. EC2 defaults to `false`. */
  readonly privateDns: Fact<boolean>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
}

/** An endpoint that has a policy of its own. */
export interface EndpointPolicyFacts {
  /** Logical id, for messages. */
  readonly name: string;
  readonly service: Fact<string>;
  readonly statements: Fact<readonly StatementFacts[]>;
}

/** The awsvpc configuration of a service. */
export interface NetworkFacts {
  readonly subnets: Fact<readonly SubnetFacts[]>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  /** ECS defaults to `DISABLED`. */
  readonly assignPublicIp: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function networkFacts(given: Partial<NetworkFacts> = {}, otherwise = NOT_SAID): NetworkFacts {
  const unknown = new Unknown(otherwise);
  return { subnets: unknown, securityGroups: unknown, assignPublicIp: unknown, ...given };
}

/** Fills the facts that are missing with *unknown*. */
export function subnetFacts(given: Partial<SubnetFacts> = {}, otherwise = NOT_SAID): SubnetFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    vpc: unknown,
    availabilityZone: unknown,
    zone: unknown,
    onOutpost: unknown,
    addresses: unknown,
    egress: unknown,
    cutNats: [],
    hasIpv6: unknown,
    leadsOutOverIpv6: unknown,
    aclRules: unknown,
    endpoints: unknown,
    endpointPolicies: unknown,
    interfaceEndpoints: unknown,
    ...given,
  };
}
