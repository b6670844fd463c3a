import { NO_ANSWER, NO_SUCH_HOST, REFUSED } from '../causes';
import { noReason } from '../common';
import type { Subject } from '../meaning';

const UNREACHABLE = 'sto-efs-unreachable';
const NO_TARGET = {
  id: UNREACHABLE,
  means: 'find no mount target of their S3 Files file system in their zone',
  why: 'S3 Files is mounted over NFS at a mount target in the zone of the task.',
  fix: 'create a mount target of the file system in each zone of the service, and switch on enableDnsSupport and enableDnsHostnames in the VPC',
};

/** A file system of S3 Files, which the mount helper of EFS mounts over NFS. */
export const S3_FILES: Subject = {
  is: /\bs3 ?files (?:utils|volumes?|file ?systems?)|\bs3files\b/i,
  causes: [
    {
      when: /not supported|unsupported|not available|incompatible/i,
      meaning: { id: 'sto-s3files-on-ec2', means: 'have a volume of S3 Files, which their capacity does not mount', fix: 'run the service on Fargate or on Managed Instances, or mount EFS' },
    },
    { when: /failed to resolve|botocore|no matching mount target|mount target ip address/i, meaning: NO_TARGET },
    { when: NO_SUCH_HOST, meaning: NO_TARGET },
    {
      when: ({ words }) => /permission denied/i.test(words) || REFUSED.test(words),
      meaning: {
        id: 'sto-s3files-needs-task-role',
        means: 'may not mount their S3 Files file system',
        why: 'ECS mounts S3 Files as the task role, which its policy and that of the file system have to allow.',
        fix: 'allow s3files:ClientMount and s3files:ClientWrite on the file system to the task role, and see the policy of the file system',
      },
    },
    {
      when: NO_ANSWER,
      meaning: {
        id: UNREACHABLE,
        means: 'can\'t reach their S3 Files file system on port 2049',
        why: NO_TARGET.why,
        fix: 'allow port 2049 from the security group of the tasks in that of the mount targets, and to it in the outbound rules of the tasks',
      },
    },
  ],
  otherwise: { ...noReason('can\'t mount their S3 Files file system', 'the output of mount follows stderr'), id: UNREACHABLE },
};
