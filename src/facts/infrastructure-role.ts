import type { Fact } from './fact';
import type { RoleFacts } from './role';

export type InfrastructurePurpose = 'EBS volumes' | 'load balancers' | 'Service Connect TLS' | 'VPC Lattice';

/** Work that ECS does for a service with a separate role, not with the roles of the task. */
export interface InfrastructureRoleFacts {
  readonly purpose: InfrastructurePurpose;
  /** `undefined`: no role is set. */
  readonly role: Fact<RoleFacts | undefined>;
}
