interface LaunchFailure {
  /** Id of a gotcha, where the text decides for another one than that of the group. */
  readonly id?: string;
  readonly means: string;
  readonly fix?: string;
}

const CAUSES: readonly (readonly [RegExp, LaunchFailure])[] = [
  [/VcpuLimitExceeded|MaxSpotInstanceCountExceeded|InstanceLimitExceeded|vCPU limit|quota allows|vCPU capacity than your current/i, {
    id: 'dpl-no-quota', means: 'since the account may not have more', fix: 'request a higher quota of vCPUs for On-Demand or Spot instances in Service Quotas',
  }],
  [/InsufficientInstanceCapacity|do(?:es)? not have sufficient|no Spot capacity|UnfulfillableCapacity|InsufficientHostCapacity|capacity-not-available/i, {
    id: 'ec2-capacity-unavailable', means: 'since EC2 has no instance of these types', fix: 'allow more instance types and zones in the group',
  }],
  [/not enough free addresses|InsufficientFreeAddresses/i, {
    id: 'net-subnet-ip-exhausted', means: 'since its subnets have no address left', fix: 'free or add addresses in the subnets of the group, or add larger ones',
  }],
  [/Spot (?:request )?price|SpotMaxPriceTooLow/i, {
    id: 'ec2-capacity-unavailable', means: 'since its maximum price is below the price of Spot instances', fix: 'remove the maximum price of Spot instances, or allow more instance types',
  }],
  [/Client\.InternalError|KMS|InvalidKmsKey|EBS volume.*encrypt/i, {
    means: 'since the key of its volume can\'t be used', fix: 'allow the service-linked role of Auto Scaling to use the key: kms:CreateGrant, kms:Decrypt and kms:GenerateDataKeyWithoutPlaintext',
  }],
  [/not authorized|UnauthorizedOperation|AccessDenied|iam:PassRole/i, {
    means: 'since it is not allowed', fix: 'allow Auto Scaling to use the launch template, its image, and its instance profile',
  }],
  [/image id|InvalidAMI|\bami-/i, { means: 'since its image is not there', fix: 'name an image that is there in the launch template: the ECS-optimized one by its public parameter' }],
  [/security group|InvalidGroup|subnet|InvalidSubnet|key pair|InvalidKeyPair|placement group|launch template|instance profile|IamInstanceProfile|does not exist|not ?found/i, {
    means: 'since something that it names is not there', fix: 'correct the launch template or the subnets of the group: the message of AWS names what is missing',
  }],
  [/requested configuration is currently not supported|not supported|InvalidParameter|Unsupported/i, {
    means: 'since EC2 does not support what it asks for', fix: 'correct the launch template: the instance type must be sold in the zones of the group and fit its image',
  }],
];

const OTHER: LaunchFailure = { means: 'for a reason that the doctor does not know', fix: 'read the message of EC2 Auto Scaling' };

/** Cause of a launch that failed, by the message of EC2 Auto Scaling. */
export function launchFailure(text: string): LaunchFailure {
  return CAUSES.find(([form]) => form.test(text))?.[1] ?? OTHER;
}
