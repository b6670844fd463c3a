import { NOT_SAID, Unknown, type Fact } from './fact';
import type { NeighbourFacts } from './vpc-membership';

export interface VpcFacts {
  /** EC2 takes `true` when it is left out. */
  readonly dnsSupport: Fact<boolean>;
  /** EC2 takes `false` when it is left out. */
  readonly dnsHostnames: Fact<boolean>;
  /** Endpoints that answer under the public name of their service. */
  readonly privateDnsEndpoints: Fact<number>;
  /** Private DNS namespaces of Cloud Map. */
  readonly privateNamespaces: Fact<number>;
  /** Routes, NAT gateways and load balancers that CloudFormation may create before the internet gateway is attached, by their names. */
  readonly beforeGateway: Fact<readonly string[]>;
  /** Attachments of its internet gateway, by their names. */
  readonly gatewayAttachments: Fact<readonly string[]>;
  /** Container instances that CloudFormation may start before the route that their user data needs, by their names. */
  readonly beforeRoute: Fact<readonly string[]>;
  /** Security groups and subnets of its endpoints, which have to be in it. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  /** EFS file systems are mounted in it by their DNS name. */
  readonly hasMountTargets: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function vpcFacts(given: Partial<VpcFacts> = {}, otherwise = NOT_SAID): VpcFacts {
  const unknown = new Unknown(otherwise);
  return {
    dnsSupport: unknown,
    dnsHostnames: unknown,
    privateDnsEndpoints: unknown,
    privateNamespaces: unknown,
    beforeGateway: unknown,
    gatewayAttachments: unknown,
    beforeRoute: unknown,
    neighbours: unknown,
    hasMountTargets: unknown,
    ...given,
  };
}
