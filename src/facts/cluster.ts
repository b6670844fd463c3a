import { NOT_SAID, Unknown, type Fact } from './fact';
import type { CapacityProviderItemFacts } from './service';
import type { NamespaceUse } from './service-connect';

export type ContainerInsights = 'enabled' | 'enhanced' | 'disabled';

/** A cluster, and what of the app runs in it. */
export interface ClusterFacts {
  /** Identifies the cluster; not for messages. */
  readonly id: Fact<string>;
  /** `undefined`: the setting of the account decides. */
  readonly containerInsights: Fact<ContainerInsights | undefined>;
  /** Names as in `FARGATE`; providers of the app by their key. */
  readonly capacityProviders: Fact<readonly Fact<string>[]>;
  readonly defaultStrategy: Fact<readonly CapacityProviderItemFacts[]>;
  /** The user data of instances in the app joins them to it. */
  readonly hasInstances: Fact<boolean>;
  /** Services of the app that can only run on such instances. */
  readonly servicesOnInstances: Fact<number>;
  /** The namespace that services get from it for Service Connect. */
  readonly defaultNamespace: Fact<NamespaceUse>;
  /** Destination for the records of ECS Exec sessions. ECS defaults to `DEFAULT`. */
  readonly executeCommandLogging: Fact<'NONE' | 'DEFAULT' | 'OVERRIDE'>;
}

/** Fills the facts that are missing with *unknown*. */
export function clusterFacts(given: Partial<ClusterFacts> = {}, otherwise = NOT_SAID): ClusterFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    containerInsights: unknown,
    capacityProviders: unknown,
    defaultStrategy: unknown,
    hasInstances: unknown,
    servicesOnInstances: unknown,
    defaultNamespace: unknown,
    executeCommandLogging: unknown,
    ...given,
  };
}
