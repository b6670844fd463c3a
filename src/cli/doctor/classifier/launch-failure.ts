interface LaunchFailure {
  /** Id of a gotcha, where the text decides for another one than that of the group. */
  readonly id?: string;
  readonly means: string;
  readonly fix?: string;
}

const QUOTA = { id: 'dpl-no-quota', means: 'since the account may not have more' };

const CAUSES: readonly (readonly [RegExp, LaunchFailure])[] = [
  [/VcpuLimitExceeded|Max ?spot ?instance ?count ?exceeded|InstanceLimitExceeded|vCPU limit|quota allows|vCPU capacity than your current|instance limit|instances? (?:is|are|\(s\) are) already running/i, {
    ...QUOTA, fix: 'request a higher quota of vCPUs for On-Demand or Spot instances in Service Quotas',
  }],
  [/maximum .*(?:storage|volume|IOPS|snapshot)|VolumeLimitExceeded|MaxIOPSLimitExceeded/i, { ...QUOTA, fix: 'request a higher quota for EBS storage in Service Quotas, or delete volumes that nothing uses' }],
  [/lifecycle action|heartbeat timeout|\babandon/i, {
    means: 'since a lifecycle hook of the group did not answer in time, or ended the launch', fix: 'let what the lifecycle hook calls answer with CompleteLifecycleAction CONTINUE in time, read its log, or remove the hook',
  }],
  [/ReservationCapacityExceeded|capacity (?:reservation|block)/i, { id: 'ec2-capacity-unavailable', means: 'since its capacity reservation is used up or does not fit', fix: 'enlarge the capacity reservation, or let the launch template use open capacity' }],
  [/InsufficientInstanceCapacity|do(?:es)? not have (?:sufficient|enough)|no Spot capacity|UnfulfillableCapacity|InsufficientHostCapacity|capacity-not-available/i, {
    id: 'ec2-capacity-unavailable', means: 'since EC2 has no instance of these types', fix: 'allow more instance types and zones in the group',
  }],
  [/not enough free addresses|InsufficientFreeAddresses|not have enough .*addresses/i, {
    id: 'net-subnet-ip-exhausted', means: 'since its subnets have no address left', fix: 'free or add addresses in the subnets of the group, or add larger ones',
  }],
  [/Spot (?:request )?price|SpotMaxPriceTooLow/i, {
    id: 'ec2-capacity-unavailable', means: 'since its maximum price is below the price of Spot instances', fix: 'remove the maximum price of Spot instances, or allow more instance types',
  }],
  [/LimitExceeded|exceeded your|limit increase|maximum number of/i, { ...QUOTA, fix: 'request a higher quota in Service Quotas for what the message of AWS names' }],
  [/Client\.InternalError|KMS|InvalidKmsKey|EBS volume.*encrypt/i, {
    means: 'since the key of its volume can\'t be used', fix: 'allow the service-linked role of Auto Scaling to use the key: kms:CreateGrant, kms:Decrypt and kms:GenerateDataKeyWithoutPlaintext',
  }],
  [/OptInRequired|accept terms|marketplace|pending verification|account is (?:currently )?blocked/i, {
    means: 'since AWS holds back the account or the image', fix: 'accept the terms of the image in AWS Marketplace, or open a case with AWS Support about the account',
  }],
  [/RequestLimitExceeded|throttl|rate exceeded/i, { id: 'ops-api-throttled', means: 'since EC2 is throttled', fix: 'wait: the group tries again; launch in smaller steps' }],
  [/not authorized|UnauthorizedOperation|AccessDenied|access denied|iam:PassRole|authentication failure/i, {
    means: 'since it is not allowed', fix: 'allow Auto Scaling to use the launch template, its image, and its instance profile',
  }],
  [/architecture|requested configuration is currently not supported|not supported|no longer supported|may not be used with|InvalidParameter|parameter .*is invalid|Unsupported/i, {
    means: 'since EC2 does not support what it asks for', fix: 'correct the launch template: the instance type must be sold in the zones of the group and fit its image',
  }],
  [/block ?device|device name|virtualName|InvalidSnapshot|smaller than snapshot|user data is limited/i, {
    means: 'since its disks or its user data are not as EC2 takes them', fix: 'correct blockDeviceMappings and user data of the launch template: the root disk is at least as large as its snapshot',
  }],
  [/image id|InvalidAMI|\bAMI\b/i, { means: 'since its image is not there', fix: 'name an image that is there in the launch template: the ECS-optimized one by its public parameter' }],
  [/security group|InvalidGroup|subnet|InvalidSubnet|key pair|InvalidKeyPair|placement group|launch template|instance profile|IamInstanceProfile|does not exist|not ?found/i, {
    means: 'since something that it names is not there', fix: 'correct the launch template or the subnets of the group: the message of AWS names what is missing',
  }],
  [/user initiated|UserInitiatedShutdown|InstanceInitiatedShutdown|(?:became|taken out of service).*(?:unhealthy|health check)|unhealthy while waiting|no longer running/i, {
    means: 'since the instance ended before it was in service', fix: 'read the console output of an instance (aws ec2 get-console-output): its user data or its health check ends it',
  }],
];

const OTHER: LaunchFailure = { means: 'for a reason that the doctor does not know', fix: 'read the message of EC2 Auto Scaling' };

/** Cause of a launch that failed, by the message of EC2 Auto Scaling. */
export function launchFailure(text: string): LaunchFailure {
  return CAUSES.find(([form]) => form.test(text))?.[1] ?? OTHER;
}
