import { NOT_SAID, Unknown, type Fact } from './fact';
import type { ManagedInstancesFacts } from './managed-instances';
import type { SubnetFacts } from './network';
import type { RoleFacts } from './role';
import type { SecurityGroupFacts } from './security-group';
import type { NeighbourFacts } from './vpc-membership';

/** A capacity provider that starts and stops the instances of an Auto Scaling group, or Managed Instances. */
export interface CapacityProviderFacts {
  /** The name, or what CloudFormation begins one with where none is set: the name of the stack. */
  readonly nameOrStack: Fact<string>;
  /** The role with which ECS manages instances; `undefined`: it is left out, or it is no provider of Managed Instances. */
  readonly infrastructureRole: Fact<RoleFacts | undefined>;
  /** `undefined`: it is no provider of Managed Instances. */
  readonly managedInstances: Fact<ManagedInstancesFacts | undefined>;
  /** Subnets of Managed Instances; none for those of an Auto Scaling group. */
  readonly subnets: Fact<readonly SubnetFacts[]>;
  /** Security groups of Managed Instances; none for those of an Auto Scaling group. */
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  /** Subnets and security groups of Managed Instances, which have to be in one VPC. */
  readonly neighbours: Fact<readonly NeighbourFacts[]>;
  readonly managedScaling: Fact<boolean>;
  readonly managedTerminationProtection: Fact<boolean>;
  /** The group starts its instances protected from scale-in. */
  readonly groupIsProtected: Fact<boolean>;
  /** Part of the instances that managed scaling keeps in use, in percent. ECS takes 100 when it is left out. */
  readonly targetCapacityPercent: Fact<number>;
  /** Fewest instances that managed scaling adds or removes at once. ECS takes 1 when it is left out. */
  readonly minimumStep: Fact<number>;
  /** Most of them. ECS takes 10000 when it is left out. */
  readonly maximumStep: Fact<number>;
  /** Other capacity providers of the same Auto Scaling group. */
  readonly twins: Fact<readonly string[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function capacityProviderFacts(given: Partial<CapacityProviderFacts> = {}, otherwise = NOT_SAID): CapacityProviderFacts {
  const unknown = new Unknown(otherwise);
  return {
    nameOrStack: unknown,
    infrastructureRole: unknown,
    managedInstances: unknown,
    subnets: unknown,
    securityGroups: unknown,
    neighbours: unknown,
    managedScaling: unknown,
    managedTerminationProtection: unknown,
    groupIsProtected: unknown,
    targetCapacityPercent: unknown,
    minimumStep: unknown,
    maximumStep: unknown,
    twins: unknown,
    ...given,
  };
}
