import { NO_ANSWER, NO_SUCH_HOST } from '../causes';
import { noReason } from '../common';
import { EBS } from './ebs';
import { S3_FILES } from './s3-files';
import type { Cause, Subject } from '../meaning';

const EFS = 'sto-efs-unreachable';
/** A mount target that is there and not available. */
const NOT_READY: Cause = {
  when: /mount target in the (?:az|availability zone) \S+ is \w+/i,
  meaning: ({ words }) => ({
    id: EFS,
    means: `find a mount target in their zone that is ${/mount target in the (?:az|availability zone) \S+ is (\w+)/i.exec(words)![1]}`,
    why: 'A mount target can be used once it is available, some minutes after it is created.',
    fix: 'wait until the mount target is available and deploy again, with the service depending on it; create a new one where it is deleted or in error',
  }),
};

/** File systems and disks of a task. */
export const VOLUMES: readonly Subject[] = [
  S3_FILES,
  {
    is: /\befs[ -]utils|\befs volumes?|\.efs\.[\w-]+\.amazonaws\b|mount\.nfs4?|elasticfilesystem:/i,
    causes: [
      NOT_READY,
      // Where the name does not resolve, the mount helper searches for the mount target with botocore, which Fargate lacks.
      { when: /failed to resolve|botocore|no matching mount target|mount target ip address/i, meaning: { id: EFS, means: 'find no mount target of their file system in their zone', fix: 'create a mount target in each zone of the service, and switch on enableDnsSupport and enableDnsHostnames in the VPC' } },
      { when: /retriev\w+ region/i, meaning: { id: EFS, means: 'can\'t mount their file system, since the mount helper does not learn the region', why: 'The mount helper asks the metadata of the instance for the region, unless its configuration has one.', fix: 'set region in /etc/amazon/efs/efs-utils.conf of the instances, or let the agent read the metadata of its instance' } },
      { when: /permission denied/i, meaning: { id: EFS, means: 'may not mount their file system', why: 'The policy of the file system and the user of the access point decide who mounts what.', fix: 'allow elasticfilesystem:ClientMount to the task role in its policy and that of the file system' } },
      { when: NO_SUCH_HOST, meaning: { id: EFS, means: 'find no mount target of their file system in their zone', fix: 'create a mount target in each zone of the service, and switch on enableDnsSupport and enableDnsHostnames in the VPC' } },
      {
        when: /access denied|not authorized/i,
        meaning: {
          id: EFS,
          means: 'may not mount their file system',
          why: 'With IAM on, the policy of the file system and the task role decide who mounts it.',
          fix: 'allow elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite to the task role (s3files:ClientMount for S3 Files), switch IAM and encryption in transit on in the volume, and see the policy of the file system',
        },
      },
      {
        when: /no such file or directory/i,
        meaning: {
          id: EFS,
          means: 'mount a directory that is not in their file system',
          why: 'ECS makes no directories; only an access point with creation info does.',
          fix: 'create the directory, or correct rootDirectory, or mount an access point with creation info',
        },
      },
      {
        when: /access ?point.*(?:not ?found|does not exist|invalid)/i,
        meaning: { id: EFS, means: 'mount by an access point that is not there', fix: 'correct accessPointId: the access point has to be one of the same file system' },
      },
      { when: NO_ANSWER, meaning: { id: EFS, means: 'can\'t reach their file system on port 2049', fix: 'allow port 2049 from the security group of the tasks in that of the mount targets, and to it in the outbound rules of the tasks' } },
      { when: /available port in the range/i, meaning: { id: EFS, means: 'find no free port for the TLS tunnel to their file system', fix: 'leave out transitEncryptionPort, so that the mount helper chooses a free port' } },
      { when: /tls tunnel|stunnel/i, meaning: { id: EFS, means: 'can\'t open the TLS tunnel to their file system', why: 'With encryption in transit the mount helper connects through a tunnel, which ends where port 2049 does not answer.', fix: 'allow port 2049 from the security group of the tasks in that of the mount targets, and leave out transitEncryptionPort' } },
    ],
    otherwise: { ...noReason('can\'t mount their file system', 'the output of mount follows stderr'), id: EFS },
  },
  {
    is: /infrastructure role/i,
    causes: [
      {
        when: /missing permissions/i,
        meaning: {
          id: 'iam-infrastructure-role-missing',
          means: 'can\'t be put behind their load balancer by the infrastructure role',
          why: 'ECS manages listeners, rules and target groups as the infrastructure role during a deployment.',
          fix: 'let ecs.amazonaws.com assume the infrastructure role in its trust policy, and attach AmazonECSInfrastructureRolePolicyForLoadBalancers to it',
        },
      },
      {
        when: /unable to assume|trust relationship/i,
        meaning: {
          id: 'iam-trust-policy',
          means: 'have an infrastructure role that ECS may not assume',
          why: 'The trust policy of a role names who may use it: the infrastructure role is for ecs.amazonaws.com, the roles of a task are for ecs-tasks.amazonaws.com.',
          fix: 'let ecs.amazonaws.com assume the infrastructure role, and allow iam:PassRole on it to who deploys',
        },
      },
    ],
    otherwise: noReason('can\'t use their infrastructure role', 'it names the role and the call'),
  },
  EBS,
  {
    is: /failed to (?:l?chown|copy file info).*operation not permitted|chown .*operation not permitted/i,
    causes: [],
    otherwise: {
      id: 'sto-nonroot-cannot-write',
      means: 'have a volume whose files Docker may not hand over to the user of the image',
      why: 'Docker copies owner and mode of the directory in the image to a new volume, which EFS refuses to a user of an access point that is not root.',
      fix: 'make the directory in the image belong to the user of the access point, or leave the POSIX user out of the access point',
    },
  },
];
