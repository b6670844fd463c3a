import { REFUSED } from '../causes';
import { noReason } from '../common';
import type { Subject } from '../meaning';

/** Instances that ECS launches for a capacity provider. */
export const MANAGED_INSTANCES: Subject = {
  is: /launch instance\(?s?\)?|instance requirements|launch template/i,
  causes: [
    { when: /VcpuLimitExceeded|MaxSpotInstanceCountExceeded|InstanceLimitExceeded|vCPU capacity than your current/i, meaning: { id: 'dpl-no-quota', means: 'get no instance, since the account may not have more', fix: 'request a higher quota of vCPUs for On-Demand or Spot instances of these types in Service Quotas, or ask for smaller ones' } },
    { when: /InsufficientInstanceCapacity|UnfulfillableCapacity|not enough capacity|InsufficientHostCapacity|SpotMaxPriceTooLow/i, meaning: { id: 'ec2-capacity-unavailable', means: 'get no instance, since EC2 has none of the types that are asked for' } },
    { when: /no instance types satisfy/i, meaning: { id: 'ec2-capacity-unavailable', means: 'get no instance, since no instance type is what the capacity provider asks for', fix: 'widen instanceRequirements until there are instance types in the region that fulfil them' } },
    { when: REFUSED, meaning: { id: 'iam-infrastructure-role-missing', means: 'get no instance, since the infrastructure role may not launch one', why: 'ECS launches managed instances as the infrastructure role.', fix: 'attach AmazonECSInfrastructureRolePolicyForManagedInstances to the infrastructure role, and allow iam:PassRole on the role of the instances to it' } },
    { when: /instance profile/i, meaning: { id: 'ec2-no-instances', means: 'get no instance, since the instance profile of the capacity provider can\'t be used', fix: 'name an instance profile that is there and has a role in ec2InstanceProfileArn of the capacity provider, and allow iam:PassRole on that role to the infrastructure role' } },
    { when: /kms/i, meaning: { id: 'ec2-no-instances', means: 'get no instance, since the KMS key of its volume can\'t be used', fix: 'enable the key, and let its policy allow the infrastructure role to use it' } },
    { when: /subnet|InvalidGroup|security group/i, meaning: { id: 'ec2-no-instances', means: 'get no instance, since a subnet or security group of the capacity provider is gone', fix: 'name subnets and security groups that are there in networkConfiguration of the capacity provider' } },
    { when: /launch template|key pair|InvalidParameter|does not exist|not ?found/i, meaning: { id: 'ec2-no-instances', means: 'get no instance, since what the capacity provider launches is not right', fix: 'correct the launch template: the text of AWS names what is missing' } },
  ],
  otherwise: noReason('get no instance of their capacity provider', 'it quotes EC2'),
};
