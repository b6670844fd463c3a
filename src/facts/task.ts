import type { CacheRuleFacts } from './cache-rule';
import type { ContainerFacts } from './container';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { LogGroupFacts } from './log-group';
import type { ReferenceFacts } from './reference';
import type { RoleFacts } from './role';
import type { ShapeFacts } from './shape';
import type { VolumeFacts } from './volume';

export type Compatibility = 'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES';
export type NetworkMode = 'awsvpc' | 'bridge' | 'host' | 'none';

/** The proxy of App Mesh. */
export interface ProxyFacts {
  readonly containerName: Fact<string>;
}

/** A region that a task definition or its stack names. */
export interface NamedRegionFacts {
  /** For messages: `awslogs-region`, `env.region`. */
  readonly where: string;
  readonly region: Fact<string>;
}

/** A word that is not known to be one of those that ECS has for its property. */
export interface WordFacts {
  /** For messages: `networkMode`, `containers[app].dependsOn.condition`. */
  readonly property: string;
  readonly value: Fact<string>;
  readonly words: readonly string[];
  /** True if CloudFormation compares the word with its own list, before ECS sees it. */
  readonly isOfCloudFormation: boolean;
}

/** A task definition. */
export interface TaskFacts {
  readonly family: Fact<string | undefined>;
  readonly requiresCompatibilities: Fact<readonly Compatibility[]>;
  /** Declared for Fargate, or run there by a service of the app. */
  readonly onFargate: Fact<boolean>;
  /** ECS defaults to `bridge`. */
  readonly networkMode: Fact<NetworkMode>;
  readonly cpuUnits: Fact<number | undefined>;
  readonly memoryMiB: Fact<number | undefined>;
  readonly ephemeralStorageGiB: Fact<number | undefined>;
  /** ECS defaults to `X86_64`. */
  readonly cpuArchitecture: Fact<string>;
  /** False where the architecture is the default one: ECS then places the task on instances of any. */
  readonly setsArchitecture: Fact<boolean>;
  /** ECS defaults to `LINUX`. */
  readonly operatingSystemFamily: Fact<string>;
  readonly pidMode: Fact<string | undefined>;
  readonly ipcMode: Fact<string | undefined>;
  /** Types of the rules on where the task is placed. */
  readonly placementConstraints: Fact<readonly Fact<string>[]>;
  /** Elastic Inference accelerators, a service that has ended. */
  readonly inferenceAccelerators: Fact<number>;
  readonly proxy: Fact<ProxyFacts | undefined>;
  /** True if its containers may inject faults. ECS defaults to `false`. */
  readonly faultInjection: Fact<boolean>;
  /** `undefined`: no role. A role that is set but not in the app has unknown facts. */
  readonly taskRole: Fact<RoleFacts | undefined>;
  readonly executionRole: Fact<RoleFacts | undefined>;
  readonly containers: Fact<readonly ContainerFacts[]>;
  readonly volumes: Fact<readonly VolumeFacts[]>;
  readonly namedRegions: Fact<readonly NamedRegionFacts[]>;
  /** Rules of pull-through caches of the app that its images come through. */
  readonly cacheRules: Fact<readonly CacheRuleFacts[]>;
  /** Log groups of the app to which its containers write by awslogs. */
  readonly logGroups: Fact<readonly LogGroupFacts[]>;
  /** Parts of the task definition that CloudFormation does not take as they are. */
  readonly misshapen: Fact<readonly ShapeFacts[]>;
  /** References that yield something else than their property takes. */
  readonly misreferred: Fact<readonly ReferenceFacts[]>;
  /** Words that are wrong, or known only at deployment; the right ones are left out. */
  readonly words: Fact<readonly WordFacts[]>;
  /** Account of its stack, or of its roles, which are in the same one. */
  readonly account: Fact<string>;
}

/** Fills the facts that are missing with *unknown*. */
export function taskFacts(given: Partial<TaskFacts> = {}, otherwise = NOT_SAID): TaskFacts {
  const unknown = new Unknown(otherwise);
  return {
    family: unknown,
    requiresCompatibilities: unknown,
    onFargate: unknown,
    networkMode: unknown,
    cpuUnits: unknown,
    memoryMiB: unknown,
    ephemeralStorageGiB: unknown,
    cpuArchitecture: unknown,
    setsArchitecture: unknown,
    operatingSystemFamily: unknown,
    pidMode: unknown,
    ipcMode: unknown,
    placementConstraints: unknown,
    inferenceAccelerators: unknown,
    proxy: unknown,
    faultInjection: unknown,
    taskRole: unknown,
    executionRole: unknown,
    containers: unknown,
    volumes: unknown,
    namedRegions: unknown,
    cacheRules: unknown,
    logGroups: unknown,
    misshapen: unknown,
    misreferred: unknown,
    words: unknown,
    account: unknown,
    ...given,
  };
}
