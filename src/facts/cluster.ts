import type { SecretKeyFacts } from './container';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { CapacityProviderItemFacts } from './service';
import type { NamespaceUse } from './service-connect';

export type ContainerInsights = 'enabled' | 'enhanced' | 'disabled';

/** Places that sessions of ECS Exec are recorded in. */
export interface SessionRecordsFacts {
  /** A log configuration is there, whatever it names. */
  readonly hasPlaces: Fact<boolean>;
  readonly toLogGroup: Fact<boolean>;
  /** The sessions fail unless the log group has a key of KMS. */
  readonly demandsEncryption: Fact<boolean>;
  readonly groupIsEncrypted: Fact<boolean>;
  /** True if CloudWatch Logs may use the key of the log group, or the group has none of its own. */
  readonly groupKeyServes: Fact<boolean>;
  /** The key of the log group in the app, if it is there. */
  readonly logGroup?: string;
  readonly toBucket: Fact<boolean>;
  /** The key of the bucket in the app, if it is there. */
  readonly bucket?: string;
  /** A key of KMS encrypts the data between client and container. */
  readonly hasKey: Fact<boolean>;
  /** The key, if it is in the app. */
  readonly key: Fact<SecretKeyFacts | undefined>;
}

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
  /** A capacity provider of Managed Instances in the app is for it. */
  readonly hasManagedInstances: Fact<boolean>;
  /** Services of the app that can only run on such instances. */
  readonly servicesOnInstances: Fact<number>;
  /** The namespace that services get from it for Service Connect. */
  readonly defaultNamespace: Fact<NamespaceUse>;
  /** Destination for the records of ECS Exec sessions. ECS defaults to `DEFAULT`. */
  readonly executeCommandLogging: Fact<'NONE' | 'DEFAULT' | 'OVERRIDE'>;
  /** Places that sessions are recorded in, and their key; `undefined`: the cluster configures none of it. */
  readonly sessionRecords: Fact<SessionRecordsFacts | undefined>;
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
    hasManagedInstances: unknown,
    servicesOnInstances: unknown,
    defaultNamespace: unknown,
    executeCommandLogging: unknown,
    sessionRecords: unknown,
    ...given,
  };
}
