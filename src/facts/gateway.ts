import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SubnetFacts } from './network';

/** A gateway of ECS, with load balancers that many services share. */
export interface GatewayFacts {
  /** ECS defaults to `HTTPS`. */
  readonly protocol: Fact<string>;
  /** ECS defaults to 443. */
  readonly port: Fact<number>;
}

/**
 * Association of the cluster of a service with a gateway. `awaited`: it exists before the service. `not-awaited`: CloudFormation may create it
 * after the service. `none`: the gateways of the app have none with the cluster. `outside`: the app has no gateway.
 */
export type GatewayAssociation = 'awaited' | 'not-awaited' | 'none' | 'outside';

/** The subnets of a gateway. */
export interface GatewaySubnetsFacts {
  /** Logical id, for messages. */
  readonly name: string;
  readonly subnets: Fact<readonly SubnetFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function gatewayFacts(given: Partial<GatewayFacts> = {}, otherwise = NOT_SAID): GatewayFacts {
  const unknown = new Unknown(otherwise);
  return { protocol: unknown, port: unknown, ...given };
}
