import type { Fact, Unknown } from './fact';
import type { SecretKeyFacts } from './secret-key';

/** A resource limit of the operating system; -1 is none. */
export interface UlimitFacts {
  readonly name: Fact<string>;
  readonly softLimit: Fact<number>;
  readonly hardLimit: Fact<number>;
}

/** A kernel parameter, as in `net.core.somaxconn`. */
export interface SystemControlFacts {
  readonly parameter: Fact<string>;
  readonly value: Fact<string>;
}

export interface ResourceRequirementFacts {
  readonly type: Fact<string>;
  readonly value: Fact<string | undefined>;
  readonly sharingStrategy: Fact<string | undefined>;
}

export interface RestartPolicyFacts {
  /** ECS wants it set wherever there is a policy. */
  readonly enabled: Fact<boolean | undefined>;
  readonly attemptPeriodSeconds: Fact<number | undefined>;
  readonly ignoredExitCodes: Fact<readonly Fact<number>[]>;
}

/** A file system in memory. */
export interface TmpfsFacts {
  readonly path: Fact<string | undefined>;
  readonly sizeMiB: Fact<number | undefined>;
  readonly mountOptions: Fact<readonly Fact<string>[]>;
}

/** The FireLens configuration of a log router. */
export interface FireLensFacts {
  readonly type: Fact<string | undefined>;
  readonly options: Fact<Readonly<Record<string, Fact<string>>>>;
}

/** Settings of a container definition for the container runtime. */
export interface ContainerSettingsFacts {
  readonly entryPoint: Fact<readonly Fact<string>[]>;
  readonly command: Fact<readonly Fact<string>[]>;
  /** ARNs of objects in S3, with a `HOLE` for what only the deployment knows. */
  readonly environmentFiles: Fact<readonly Fact<string>[]>;
  /** Keys of the app with which S3 encrypts the buckets of its environment files. */
  readonly environmentFileKeys: Fact<readonly SecretKeyFacts[]>;
  /** True if all tasks of a deployment run the image that its tag meant at the first one. ECS defaults to `true`. */
  readonly versionConsistency: Fact<boolean>;
  readonly links: Fact<readonly Fact<string>[]>;
  readonly hostname: Fact<string | undefined>;
  readonly disableNetworking: Fact<boolean>;
  readonly dnsServers: Fact<number>;
  readonly dnsSearchDomains: Fact<number>;
  readonly extraHosts: Fact<number>;
  readonly dockerSecurityOptions: Fact<number>;
  readonly ulimits: Fact<readonly UlimitFacts[]>;
  readonly systemControls: Fact<readonly SystemControlFacts[]>;
  readonly resourceRequirements: Fact<readonly ResourceRequirementFacts[]>;
  readonly restartPolicy: Fact<RestartPolicyFacts | undefined>;
  /** An init process runs first, passes signals on and cleans up after others. */
  readonly initProcess: Fact<boolean>;
  /** A terminal is allocated for it, or its input stays open: a shell in it does not end. */
  readonly hasTerminal: Fact<boolean>;
  readonly addedCapabilities: Fact<readonly Fact<string>[]>;
  readonly droppedCapabilities: Fact<readonly Fact<string>[]>;
  readonly devices: Fact<number>;
  readonly sharedMemoryMiB: Fact<number | undefined>;
  readonly maxSwapMiB: Fact<number | undefined>;
  readonly swappiness: Fact<number | undefined>;
  readonly tmpfs: Fact<readonly TmpfsFacts[]>;
  /** Names of the containers whose volumes it mounts. */
  readonly volumesFrom: Fact<readonly Fact<string>[]>;
  /** `undefined`: the container is no log router. */
  readonly fireLens: Fact<FireLensFacts | undefined>;
}

/** All of them unknown. */
export function unknownSettings(unknown: Unknown): ContainerSettingsFacts {
  return {
    entryPoint: unknown,
    command: unknown,
    environmentFiles: unknown,
    environmentFileKeys: unknown,
    versionConsistency: unknown,
    links: unknown,
    hostname: unknown,
    disableNetworking: unknown,
    dnsServers: unknown,
    dnsSearchDomains: unknown,
    extraHosts: unknown,
    dockerSecurityOptions: unknown,
    ulimits: unknown,
    systemControls: unknown,
    resourceRequirements: unknown,
    restartPolicy: unknown,
    initProcess: unknown,
    hasTerminal: unknown,
    addedCapabilities: unknown,
    droppedCapabilities: unknown,
    devices: unknown,
    sharedMemoryMiB: unknown,
    maxSwapMiB: unknown,
    swappiness: unknown,
    tmpfs: unknown,
    volumesFrom: unknown,
    fireLens: unknown,
  };
}
