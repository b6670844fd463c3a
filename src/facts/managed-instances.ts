import type { Fact } from './fact';
import type { RoleFacts } from './role';

/** Bounds of one attribute that instances are chosen by. */
export interface BoundsFacts {
  /** Property of the instance requirements, as in `vCpuCount`. */
  readonly attribute: string;
  readonly least: Fact<number | undefined>;
  readonly most: Fact<number | undefined>;
}

/** The part of a capacity provider that is about Managed Instances. */
export interface ManagedInstancesFacts {
  readonly namesCluster: Fact<boolean>;
  /** True if the provider has an Auto Scaling group too. */
  readonly hasGroup: Fact<boolean>;
  /** Clusters of the app that list it among their capacity providers. */
  readonly listedBy: readonly string[];
  readonly bounds: readonly BoundsFacts[];
  readonly namesAllowedTypes: Fact<boolean>;
  readonly namesExcludedTypes: Fact<boolean>;
  readonly subnets: Fact<number>;
  /** False if it leaves out the security groups of its instances. */
  readonly setsSecurityGroups: Fact<boolean>;
  readonly scaleInAfterSeconds: Fact<number | undefined>;
  /** Role of the instance profile. */
  readonly instanceRole: Fact<RoleFacts>;
  /** Path and name of the role of the instance profile, as far as the template has it: a name that CloudFormation makes begins with the one of the stack. */
  readonly instanceRoleName: Fact<string>;
}
