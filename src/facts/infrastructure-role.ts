import type { Fact } from './fact';
import type { RoleFacts } from './role';

export type InfrastructurePurpose = 'EBS volumes' | 'load balancers' | 'Service Connect TLS' | 'VPC Lattice';

/** What ECS does for a service with a role of its own, not with the roles of the task. */
export interface InfrastructureRoleFacts {
  readonly purpose: InfrastructurePurpose;
  /** `undefined`: none is given. */
  readonly role: Fact<RoleFacts | undefined>;
}
