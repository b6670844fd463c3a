import { NOT_THERE, REFUSED, TOO_MANY } from '../causes';
import { faultOfAws, throttled } from '../common';
import type { Subject } from '../meaning';

const PER_INSTANCE = { id: 'ec2-eni-limit', means: 'find no network interface left on their instance' };

/** The network interface of a task. */
export const NETWORK_INTERFACE: Subject = {
  is: /(?<!no such )network interface|RESOURCE:ENI|\bENI\b(?! plugin)|EphemeralStorage provisioning|InvalidGroup|InvalidSubnet|security groups? .*(?:not exist|not belong|same VPC)|\bsubnets? .*(?:not exist|not have an IPv6)/i,
  causes: [
    { when: /TagPolicy/i, meaning: { id: 'ops-unknown-stop', means: 'get no network interface, since a tag policy of the organization refuses its tags', why: 'ECS tags the network interface of a task like the task itself.', fix: 'set the tags that the tag policy requires on the service, with propagateTags and enableECSManagedTags' } },
    {
      when: /same VPC|not belong|different (?:VPC|networks)/i,
      meaning: { id: 'net-subnet-or-group-gone', means: 'get no network interface, since their security groups and subnets are of different VPCs', why: 'A network interface takes security groups of its own VPC only.', fix: 'name security groups of the VPC of the subnets, and deploy' },
    },
    {
      when: /IPv6 CIDR/i,
      meaning: { id: 'ops-unknown-stop', means: 'get no network interface, since their subnets have no IPv6 addresses', why: 'The account setting dualStackIPv6, or a subnet that has IPv6 only, makes ECS ask for one.', fix: 'associate an IPv6 CIDR block with the subnets, or switch the account setting dualStackIPv6 off' },
    },
    { when: /group\S*\.?notfound|InvalidGroup|security ?group/i, meaning: { id: 'net-subnet-or-group-gone', means: 'get no network interface, since a security group of the service is gone', fix: 'name a security group of the same VPC that is there, and deploy' } },
    { when: /subnet\S*\.?notfound|InvalidSubnet/i, meaning: { id: 'net-subnet-or-group-gone', means: 'get no network interface, since a subnet of the service is gone', fix: 'name a subnet that is there, and deploy' } },
    { when: REFUSED, meaning: { id: 'iam-service-linked-role', means: 'get no network interface, since ECS may not create one', why: 'ECS creates network interfaces as AWSServiceRoleForECS; a policy of the organization may deny it, and a shared subnet may be shared no more.', fix: 'restore AWSServiceRoleForECS with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, and remove any denial of ec2:CreateNetworkInterface from the policies of the organization' } },
    { when: /NetworkInterfaceLimitExceeded|limit exceeded/i, meaning: { id: 'dpl-no-quota', means: 'get no network interface, since the account has no more', fix: 'request a higher quota for network interfaces per region in Service Quotas' } },
    { when: TOO_MANY, meaning: throttled('EC2, which creates network interfaces,') },
    { when: /attach|unused device|RESOURCE:ENI/i, meaning: PER_INSTANCE },
    { when: /timeout waiting|failed to configure eni|netplugin|provisioning to complete/i, meaning: faultOfAws('got their network interface or disk not in time') },
    { when: NOT_THERE, meaning: { id: 'net-subnet-or-group-gone', means: 'get no network interface, since something that it needs is gone', fix: 'find in the text of AWS what is missing, and name one that exists' } },
    { when: /create network interface/i, meaning: { id: 'net-subnet-ip-exhausted', means: 'get no network interface, mostly since their subnets have no address left', fix: 'free or add addresses in the subnets, or add larger subnets to the service' } },
  ],
  otherwise: faultOfAws('got no network interface'),
};
