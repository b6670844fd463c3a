import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SubnetFacts } from './network';
import type { RoleFacts } from './role';
import type { ScheduleFacts } from './schedule-expression';
import type { SecurityGroupFacts } from './security-group';
import type { NeighbourFacts } from './vpc-membership';

/** Kind of user data by its first line; `text`: one that nothing reads. */
export type UserDataKind = 'none' | 'shell' | 'cloud-config' | 'mime' | 'powershell' | 'toml' | 'text';

/** The user data of instances, as far as it decides which cluster they join. */
export interface UserDataFacts {
  readonly kind: Fact<UserDataKind>;
  /** True if it mentions ECS_CLUSTER. */
  readonly setsCluster: boolean;
  /** True if it writes where the ECS agent of Linux reads its settings. */
  readonly writesAgentFile: boolean;
  /** True if it may get settings from elsewhere. */
  readonly mayFetchMore: boolean;
  /** Clusters that it names: keys of clusters of the app, and names. */
  readonly clusters: readonly Fact<string>[];
  /** A setting close to ECS_CLUSTER that the agent doesn't read as such: `ECS_CLUSTR`, `ECS_CLUSTER in quotes`; `undefined`: there is none. */
  readonly misspelt: string | undefined;
  /** A command that waits for the start of the ECS agent: `systemctl start ecs`; `undefined`: there is none. */
  readonly waitsForAgent: string | undefined;
}

/** Mistake in how instances name their profile; `undefined`: there is none. */
export type ProfileMistake = 'role' | 'name-as-arn' | 'arn-as-name' | 'both';

/** A disk that instances start with. */
export interface DiskFacts {
  readonly device: Fact<string | undefined>;
  /** `undefined`: the size of its snapshot. */
  readonly sizeGiB: Fact<number | undefined>;
  /** True if Auto Scaling may use the key of the disk, or it has none of its own. */
  readonly keyServes: Fact<boolean>;
}

/** An Auto Scaling group whose instances join a cluster. */
export interface CapacityFacts {
  /** The image id of the launch template, when the template spells it out. */
  readonly imageId: Fact<string | undefined>;
  /** The image id is a literal, not looked up when the stack is deployed. */
  readonly imageIsPinned: Fact<boolean>;
  /** Name of the public parameter that the image is taken from, as in `/aws/service/ecs/optimized-ami/…`; `undefined`: it is not taken from one. */
  readonly imageParameter: Fact<string | undefined>;
  /** The user data installs the ECS agent. */
  readonly installsAgent: Fact<boolean>;
  /** `undefined`: instances without a role. */
  readonly instanceRole: Fact<RoleFacts | undefined>;
  /** True if the instance profile names its role by the ARN. */
  readonly namesRoleByArn: Fact<boolean>;
  /** `undefined`: the profile of the instances is named as it has to be. */
  readonly profileMistake: Fact<ProfileMistake | undefined>;
  /** The user data is base64, as EC2 takes it. */
  readonly userDataIsEncoded: Fact<boolean>;
  /** The launch template names security groups beside a network interface. */
  readonly groupsBesideInterface: Fact<boolean>;
  /** Every type its instances may have. */
  readonly instanceTypes: Fact<readonly Fact<string>[]>;
  readonly maxInstances: Fact<number | undefined>;
  /** Some of its instances are Spot Instances. */
  readonly spot: Fact<boolean>;
  readonly disks: Fact<readonly DiskFacts[]>;
  readonly userData: Fact<UserDataFacts>;
  /** Clusters of its capacity providers, by their keys and their names. */
  readonly providerClusters: Fact<readonly Fact<string>[]>;
  /** Settings of the ECS agent in the user data, such as `ECS_CLUSTER`. */
  readonly agentSettings: Fact<ReadonlyMap<string, string>>;
  /** The user data may install a plugin of Docker. */
  readonly mayInstallPlugins: Fact<boolean>;
  /** Containers can't reach the instance metadata, by a firewall rule, the agent or the metadata options. */
  readonly hidesInstanceRole: Fact<boolean>;
  /** Tasks leave an instance before it goes: by its capacity provider or a lifecycle hook. */
  readonly drained: Fact<boolean>;
  /** A capacity provider changes the number of its instances. */
  readonly managedScaling: Fact<boolean>;
  /** A service of the app runs on one of its capacity providers, and keeps instances there. */
  readonly holdsServices: Fact<boolean>;
  /** Scaling policies of the app that change it too. */
  readonly foreignPolicies: Fact<number>;
  /** Subnets of its instances. */
  readonly subnets: Fact<readonly SubnetFacts[]>;
  /** Security groups of its instances. */
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  /** Security groups and subnets of its instances, which have to be in one VPC. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  /** Some of its instance types count more than others. */
  readonly weighted: Fact<boolean>;
  readonly minInstances: Fact<number | undefined>;
  /** The template sets the number of instances, even to an unknown value. */
  readonly setsDesiredCapacity: Fact<boolean>;
  /** Instances wait in a warm pool before they start. */
  readonly hasWarmPool: Fact<boolean>;
  /** Schedules of the scheduled actions of the group. */
  readonly schedules: Fact<readonly ScheduleFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function capacityFacts(given: Partial<CapacityFacts> = {}, otherwise = NOT_SAID): CapacityFacts {
  const unknown = new Unknown(otherwise);
  return {
    imageId: unknown,
    imageIsPinned: unknown,
    imageParameter: unknown,
    installsAgent: unknown,
    instanceRole: unknown,
    namesRoleByArn: unknown,
    profileMistake: unknown,
    userDataIsEncoded: unknown,
    groupsBesideInterface: unknown,
    instanceTypes: unknown,
    maxInstances: unknown,
    spot: unknown,
    disks: unknown,
    userData: unknown,
    providerClusters: unknown,
    agentSettings: unknown,
    mayInstallPlugins: unknown,
    hidesInstanceRole: unknown,
    drained: unknown,
    managedScaling: unknown,
    holdsServices: unknown,
    foreignPolicies: unknown,
    weighted: unknown,
    minInstances: unknown,
    setsDesiredCapacity: unknown,
    hasWarmPool: unknown,
    schedules: unknown,
    subnets: unknown,
    securityGroups: unknown,
    neighbours: unknown,
    ...given,
  };
}
