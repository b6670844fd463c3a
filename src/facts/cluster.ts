import { NOT_SAID, Unknown, type Fact } from './fact';
import type { CapacityProviderItemFacts } from './service';

export type ContainerInsights = 'enabled' | 'enhanced' | 'disabled';

/** A cluster, and what of the app runs in it. */
export interface ClusterFacts {
  /** The same for the same cluster; not for messages. */
  readonly id: Fact<string>;
  /** `undefined`: the setting of the account decides. */
  readonly containerInsights: Fact<ContainerInsights | undefined>;
  /** Names as in `FARGATE`; providers of the app by their key. */
  readonly capacityProviders: Fact<readonly Fact<string>[]>;
  readonly defaultStrategy: Fact<readonly CapacityProviderItemFacts[]>;
  /** Instances that the app starts are told to join it. */
  readonly hasInstances: Fact<boolean>;
  /** Services of the app that can only run on such instances. */
  readonly servicesOnInstances: Fact<number>;
  /** Where sessions of ECS Exec are recorded; ECS takes `DEFAULT` when it is left out. */
  readonly executeCommandLogging: Fact<'NONE' | 'DEFAULT' | 'OVERRIDE'>;
}

/** The facts given, and *unknown* for the rest. */
export function clusterFacts(given: Partial<ClusterFacts> = {}, otherwise = NOT_SAID): ClusterFacts {
  const unknown = new Unknown(otherwise);
  return {
    id: unknown,
    containerInsights: unknown,
    capacityProviders: unknown,
    defaultStrategy: unknown,
    hasInstances: unknown,
    servicesOnInstances: unknown,
    executeCommandLogging: unknown,
    ...given,
  };
}
