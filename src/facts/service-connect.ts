import { NOT_SAID, Unknown, type Fact } from './fact';
import type { LoggingFacts } from './logging';
import type { NetworkFacts } from './network';

/** The name that clients call, and the port their proxy listens on. */
export interface ClientAliasFacts {
  /** `undefined`: the discovery name in the namespace. */
  readonly dnsName: Fact<string | undefined>;
  readonly port: Fact<number | undefined>;
  /** Sets the header that marks test traffic. */
  readonly hasTestHeader: Fact<boolean>;
}

/** One port of a service that others reach through Service Connect. */
export interface EndpointFacts {
  /** The name of a port mapping of the task. */
  readonly portName: Fact<string>;
  /** `undefined`: the name of the port. */
  readonly discoveryName: Fact<string | undefined>;
  readonly aliases: Fact<readonly ClientAliasFacts[]>;
  readonly ingressPortOverride: Fact<number | undefined>;
  readonly tls: Fact<boolean>;
  /** The private certificate authority of the app has the tag by which the managed policy of ECS knows it; `undefined`: no TLS. */
  readonly authorityIsTagged: Fact<boolean | undefined>;
  readonly idleTimeoutSeconds: Fact<number | undefined>;
  readonly perRequestTimeoutSeconds: Fact<number | undefined>;
  /** Endpoints of other services of the app that claim the same name in the namespace. */
  readonly claimedBy: Fact<readonly ClaimFacts[]>;
}

/** Name or alias that another service already uses, as its property spells it. */
export interface ClaimFacts {
  readonly service: string;
  readonly property: 'discoveryName' | 'clientAlias';
  readonly name: string;
}

/**
 * Origin of a service's namespace. `awaited`: it refers to it, or its cluster has one. `not-awaited`: it has the name of one of the stack
 * that CloudFormation may create after the service. `outside`: its stack does not create it. `none`: neither it nor its cluster names one.
 */
export type NamespaceUse = 'awaited' | 'not-awaited' | 'outside' | 'none';

/** Service Connect settings of a service while Service Connect is on. */
export interface ServiceConnectFacts {
  readonly namespace: Fact<NamespaceUse>;
  readonly endpoints: Fact<readonly EndpointFacts[]>;
  readonly logDriver: Fact<string | undefined>;
  /** Logs of the proxy; `undefined`: it has none. */
  readonly logging: Fact<LoggingFacts | undefined>;
  readonly hasAccessLog: Fact<boolean>;
  /** Services of the same stack with endpoints in the namespace that CloudFormation may create later than this one. */
  readonly serversNotAwaited: Fact<readonly string[]>;
  /** Endpoints of other services of the app in the namespace. */
  readonly servers: Fact<readonly ServerFacts[]>;
  /** Callers of the app by the names of its endpoints, which have no proxy that knows them. */
  readonly outsideCallers: Fact<readonly OutsideCallerFacts[]>;
}

/** A function or a service without Service Connect that calls an endpoint by its name. */
export interface OutsideCallerFacts {
  readonly name: string;
  /** A function can't have a proxy. */
  readonly isFunction: boolean;
  readonly host: string;
}

/** Endpoint of another service, to which the proxies of clients connect. */
export interface ServerFacts {
  readonly service: string;
  /** `undefined`: no port of the task has the name. */
  readonly port: Fact<number | undefined>;
  /** `undefined`: the tasks have no network of their own. */
  readonly network: Fact<NetworkFacts | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function serviceConnectFacts(given: Partial<ServiceConnectFacts> = {}, otherwise = NOT_SAID): ServiceConnectFacts {
  const unknown = new Unknown(otherwise);
  return {
    namespace: unknown,
    endpoints: unknown,
    logDriver: unknown,
    logging: unknown,
    hasAccessLog: unknown,
    serversNotAwaited: unknown,
    servers: unknown,
    outsideCallers: unknown,
    ...given,
  };
}
