import { REFUSED, UNUSABLE_KEY } from '../causes';
import { faultOfAws, noReason } from '../common';
import type { Subject } from '../meaning';

const RULES = 'sto-ebs-rules';

/** The EBS volume of a task, which ECS creates and attaches as the infrastructure role. The codes are those of EC2. */
export const EBS: Subject = {
  is: /\bebs volumes?\b|\bCSI (?:driver|connection)\b|NodeStageVolume/i,
  causes: [
    { when: UNUSABLE_KEY, meaning: { id: RULES, means: 'get no EBS volume, since its KMS key is disabled or about to be deleted', fix: 'enable the key with aws kms enable-key, after aws kms cancel-key-deletion if it is to be deleted' } },
    { when: /idempotentparametermismatch|kms/i, meaning: { id: RULES, means: 'get no EBS volume, mostly since its KMS key can\'t be used', fix: 'name a KMS key that is there, and let its policy allow the infrastructure role to use it' } },
    { when: REFUSED, meaning: { id: 'iam-infrastructure-role-missing', means: 'get no EBS volume, since the infrastructure role may not create it', fix: 'attach AmazonECSInfrastructureRolePolicyForVolumes to the infrastructure role' } },
    { when: /attachmentlimitexceeded/i, meaning: { id: RULES, means: 'get no EBS volume, since their instance has as many as it takes', fix: 'run the tasks on an instance type that takes more volumes, or fewer tasks on an instance' } },
    { when: /limitexceeded|quota/i, meaning: { id: 'dpl-no-quota', means: 'get no EBS volume, since the account has as many as it may', fix: 'request a higher quota for EBS storage, IOPS or snapshots in Service Quotas, or delete volumes that nothing uses' } },
    { when: /snapshot\S* .*(?:does not exist|not ?found)|snapshot\.notfound/i, meaning: { id: RULES, means: 'get no EBS volume, since its snapshot is not there', fix: 'name a snapshot of this region in snapshotId that the account may use' } },
    { when: /smaller than snapshot/i, meaning: { id: RULES, means: 'get no EBS volume, since it would be smaller than its snapshot', fix: 'raise sizeInGiB to the size of the snapshot at least, or leave it out' } },
    { when: /insufficientvolumecapacity|insufficient capacity/i, meaning: faultOfAws('get no EBS volume, since their zone has no room for its type', 'deploy again later, or choose another volumeType or zone') },
    { when: /volumetypenotavailable|unknownvolumetype|volume type .*(?:not supported|unsupported|not available)|zone does not support/i, meaning: { id: RULES, means: 'get no EBS volume, since their zone does not have its type', fix: 'set volumeType to one that each zone of the service has, such as gp3' } },
    { when: /invalidparameter|invalidvolume/i, meaning: { id: RULES, means: 'get no EBS volume, since EC2 refuses its settings', fix: 'correct sizeInGiB, iops and throughput for the volumeType: AWS quotes the one that EC2 refuses' } },
    { when: /wrong fs type|bad superblock|could not format|unformatted|already contains/i, meaning: { id: RULES, means: 'can\'t mount their EBS volume with its file system type', fix: 'set filesystemType to the one of the snapshot, or to one that the operating system of the instance knows' } },
    { when: /CSI connection/i, meaning: { id: RULES, means: 'find no driver of EBS volumes that answers on their instance', fix: 'renew the instances from a newer ECS-optimized AMI, whose agent runs the driver of EBS volumes' } },
    { when: /timed out/i, meaning: { id: RULES, means: 'get no EBS volume in time', fix: 'set a file system type that the operating system of the task knows, that of the snapshot where there is one' } },
  ],
  otherwise: noReason('get no EBS volume', 'it quotes EC2'),
};
