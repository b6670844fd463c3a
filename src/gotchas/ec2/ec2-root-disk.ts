import type { CapacityFacts, DiskFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Finding } from '../definition';

/** Size of the snapshot behind the root disk of an ECS-optimized image of Amazon Linux. */
const SNAPSHOT_GIB = 30;

export const ec2RootDisk = defineGotcha({
  id: 'ec2-root-disk',
  title: 'EC2 can\'t make a disk of the instances',
  consequence: 'never-works',
  symptom: '`Volume of size 8GB is smaller than snapshot …, expect size >= 30GB`, or `Client.InternalError: Client error on launch` in the activities of the Auto Scaling group.',
  why: 'The root disk is made of a snapshot, which it can\'t be smaller than. Auto Scaling starts instances as its service-linked role, which may use a key only if the policy of the key names it.',
  rule: 'The disk `/dev/xvda` of an ECS-optimized image of Amazon Linux has at least 30 GiB. The policy of a key that encrypts a disk names `AWSServiceRoleForAutoScaling`.',
  fix: 'set the size of the root disk to 30 GiB or more, and allow the key to the role AWSServiceRoleForAutoScaling, with kms:CreateGrant',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
  levels: ['synth'],
  subject: 'capacity',
  needs: ['disks'],
  reads: ['imageParameter'],
  check: ({ disks, imageParameter }) => each(disks, (disk) => all(() => tooSmall(disk, imageParameter), () => closed(disk))),
});

function tooSmall({ device, sizeGiB }: DiskFacts, imageParameter: CapacityFacts['imageParameter']): readonly Finding[] {
  const size = known(sizeGiB);
  if (size === undefined || size >= SNAPSHOT_GIB || known(device) !== '/dev/xvda') return [];
  return isOptimized(known(imageParameter)) ? [{
    property: 'blockDeviceMappings',
    detail: `volumeSize (${size} GiB) of /dev/xvda is smaller than the snapshot of the image, which is ${SNAPSHOT_GIB} GiB`,
    fix: `set the size of /dev/xvda to ${SNAPSHOT_GIB} GiB or more`,
  }] : [];
}

function isOptimized(parameter: string | undefined): boolean {
  return parameter !== undefined && /^\/aws\/service\/ecs\/optimized-ami\/amazon-linux-(2|2023)\//.test(parameter);
}

function closed({ device, keyServes }: DiskFacts): readonly Finding[] {
  return known(keyServes) ? [] : [{
    property: 'blockDeviceMappings',
    detail: `kmsKeyId (of ${known(device) ?? 'a disk'}) is a key that Auto Scaling may not use`,
    fix: 'allow kms:CreateGrant, Decrypt, DescribeKey, Encrypt, GenerateDataKey* and ReEncrypt* to the role AWSServiceRoleForAutoScaling in the policy of the key',
  }];
}
