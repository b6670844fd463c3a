import { NOT_SAID, Unknown, type Fact } from './fact';
import type { NetworkFacts } from './network';
import type { NetworkMode } from './task';

/** An ECS service that registers its tasks. */
export interface RegistrantFacts {
  readonly service: Fact<string>;
  readonly networkMode: Fact<NetworkMode>;
  /** `undefined`: the tasks have no network of their own. */
  readonly network: Fact<NetworkFacts | undefined>;
  readonly containerName: Fact<string | undefined>;
  readonly containerPort: Fact<number | undefined>;
  readonly port: Fact<number | undefined>;
  /** The container that it names has the port that it names; true where it names none. */
  readonly mapsPort: Fact<boolean>;
  /** As many as scaling or the desired count allows. */
  readonly mostTasks: Fact<number>;
}

/** A Cloud Map service. */
export interface RegistryFacts {
  /** Identifies the Cloud Map service; not for messages. */
  readonly id: Fact<string>;
  /** `undefined`: nothing takes a dead task out of the answers. */
  readonly healthCheck: Fact<'custom' | 'route53' | undefined>;
  readonly namespaceKind: Fact<'http' | 'private-dns' | 'public-dns'>;
  /** Seconds for which clients cache each type of record. */
  readonly recordTtlSeconds: Fact<readonly Fact<number | undefined>[]>;
  /** Record types it answers DNS queries with; empty in an HTTP namespace. */
  readonly recordTypes: Fact<readonly Fact<string>[]>;
  /** ECS services of the app that register in it. */
  readonly registrants: Fact<readonly RegistrantFacts[]>;
  /** Something else of the app, or an output, refers to it. */
  readonly referredTo: Fact<boolean>;
  /** An API of the app sends requests to what registers in it. */
  readonly behindApi: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function registryFacts(given: Partial<RegistryFacts> = {}, otherwise = NOT_SAID): RegistryFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    healthCheck: unknown,
    namespaceKind: unknown,
    recordTtlSeconds: unknown,
    recordTypes: unknown,
    registrants: unknown,
    referredTo: unknown,
    behindApi: unknown,
    ...given,
  };
}
