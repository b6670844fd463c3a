import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SubnetFacts } from './network';
import type { SecurityGroupFacts } from './security-group';
import type { AttributeSet } from './target-group';
import type { NeighbourFacts } from './vpc-membership';

/** Logs that a load balancer writes, by the beginning of their attributes. */
export type LogKind = 'access_logs' | 'connection_logs' | 'health_check_logs';

/** Logs that a load balancer writes to a bucket. */
export interface LogDeliveryFacts {
  readonly kind: LogKind;
  readonly hasBucket: Fact<boolean>;
  /** True if the policy of the bucket allows it. */
  readonly mayWrite: Fact<boolean>;
  /** True if CloudFormation creates that policy before the load balancer. */
  readonly isAwaited: Fact<boolean>;
  /** True if the bucket encrypts with a key of AWS KMS. */
  readonly usesKms: Fact<boolean>;
  /** True if that key is one of the customer, and not `aws/s3`. */
  readonly namesKey: Fact<boolean>;
}

/** Places and addresses of a load balancer, as the template writes them. */
export interface BalancerPlacement {
  readonly namesSubnets: Fact<boolean>;
  readonly namesMappings: Fact<boolean>;
  /** True if one of its subnets has an Elastic IP address. */
  readonly hasElasticIps: Fact<boolean>;
}

/** An Application, Network or Gateway Load Balancer. */
export interface BalancerFacts {
  /** Identifies the load balancer; not for messages. */
  readonly id: Fact<string>;
  readonly name: Fact<string | undefined>;
  /** Beginnings that its name may not have. */
  readonly reservedPrefixes: Fact<readonly string[]>;
  /** Elastic Load Balancing defaults to `application`. */
  readonly type: Fact<'application' | 'network' | 'gateway'>;
  /** As in `dualstack`. Elastic Load Balancing defaults to `ipv4`. */
  readonly addressType: Fact<string>;
  /** True if source NAT uses a prefix of IPv6 of each subnet. Elastic Load Balancing defaults to `false`. */
  readonly hasIpv6SourcePrefix: Fact<boolean>;
  /** Elastic Load Balancing defaults to `true`. */
  readonly internetFacing: Fact<boolean>;
  readonly subnets: Fact<readonly SubnetFacts[]>;
  readonly placement: BalancerPlacement;
  /** None: the default one of the VPC for an Application Load Balancer, nothing for a Network Load Balancer. */
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  /** Its security groups and subnets, which have to be in one VPC. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  /** Attributes that the template writes, by key. */
  readonly attributes: Fact<ReadonlyMap<string, Fact<string>>>;
  /** The set that its attributes are of. */
  readonly attributeSet: Fact<AttributeSet>;
  /** Integrations of HTTP APIs that name it itself. */
  readonly integrations: Fact<readonly string[]>;
  /** Integrations and distributions that call it by its DNS name from outside of its VPC. */
  readonly publicCallers: Fact<readonly string[]>;
  readonly logDeliveries: Fact<readonly LogDeliveryFacts[]>;
  /** Something outside of the app may add a listener: unknown then, and else false. */
  readonly isOpen: Fact<boolean>;
  /** Ports of its listeners in the app. */
  readonly listenerPorts: Fact<readonly Fact<number>[]>;
  /** Protocols of its listeners in the app. */
  readonly protocols: Fact<readonly Fact<string>[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function balancerFacts(given: Partial<BalancerFacts> = {}, otherwise = NOT_SAID): BalancerFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    name: unknown,
    reservedPrefixes: unknown,
    type: unknown,
    addressType: unknown,
    hasIpv6SourcePrefix: unknown,
    internetFacing: unknown,
    subnets: unknown,
    placement: { namesSubnets: unknown, namesMappings: unknown, hasElasticIps: unknown },
    securityGroups: unknown,
    neighbours: unknown,
    attributes: unknown,
    attributeSet: unknown,
    integrations: unknown,
    publicCallers: unknown,
    logDeliveries: unknown,
    isOpen: unknown,
    listenerPorts: unknown,
    protocols: unknown,
    ...given,
  };
}
