import { NO_ANSWER, NO_SUCH_HOST } from '../causes';
import { noReason } from '../common';
import type { Cause, Subject } from '../meaning';

const EFS = 'sto-efs-unreachable';
const NO_TARGET = { id: EFS, means: 'find no mount target of their file system in their zone', fix: 'create a mount target in each zone of the service, and switch on enableDnsSupport and enableDnsHostnames in the VPC' };
const NO_PORT = { id: EFS, means: 'can\'t reach their file system on port 2049', fix: 'allow port 2049 from the security group of the tasks in that of the mount targets, and to it in the outbound rules of the tasks' };
const FREE_PORT = { id: EFS, means: 'find no free port for the TLS tunnel to their file system', fix: 'leave out transitEncryptionPort, so that the mount helper chooses a free port' };

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

/** Options and tools of the mount helper. */
const OF_HELPER: readonly Cause[] = [
  {
    when: /"tls" option is required/i,
    meaning: {
      id: 'sto-efs-iam-or-ap-needs-tls',
      means: 'mount their file system by IAM or an access point, without encryption in transit',
      fix: 'set transitEncryption to ENABLED in efsVolumeConfiguration',
    },
  },
  { when: /access point id \S+ is malformed/i, meaning: { id: EFS, means: 'mount by an access point whose id is none', fix: 'correct accessPointId: it begins with fsap-' } },
  { when: /specified port .*unavailable/i, meaning: FREE_PORT },
  {
    when: /failed to locate (?:stunnel|efs-proxy)|unknown filesystem type|certificate authority file/i,
    meaning: { id: EFS, means: 'can\'t mount their file system, since the mount helper of their instance is incomplete', fix: 'renew the instances from the ECS-optimized AMI, or install amazon-efs-utils with stunnel on them' },
  },
  { when: /domain name .* did not resolve|cname .* did not resolve/i, meaning: { ...NO_TARGET, means: 'find no mount target by the domain name of their file system', fix: 'name the file system by its id, or let the domain name lead to a mount target' } },
  // The mount helper found the address of a mount target, and got no answer there.
  { when: /connecti\w+ to (?:the )?mount target ip address/i, meaning: NO_PORT },
];

/** File systems of EFS, which a mount helper mounts on Fargate and on instances. */
export const EFS_VOLUMES: Subject = {
  is: /\befs[ -]utils|\befs volumes?|\.efs\.[\w-]+\.amazonaws\b|mount\.nfs4?|elasticfilesystem:|amazon-ecs-volume-plugin|VolumeDriver\.\w+: mounting volume failed/i,
  causes: [
    NOT_READY,
    ...OF_HELPER,
    // Where the name does not resolve, the mount helper searches for the mount target with botocore, which Fargate lacks.
    { when: /failed to resolve|botocore|no matching mount target|mount target ip address/i, meaning: NO_TARGET },
    { when: /retriev\w+ region/i, meaning: { id: EFS, means: 'can\'t mount their file system, since the mount helper does not learn the region', why: 'The mount helper asks the metadata of the instance for the region, unless its configuration has one.', fix: 'set region in /etc/amazon/efs/efs-utils.conf of the instances, or let the agent read the metadata of its instance' } },
    { when: /permission denied/i, meaning: { id: EFS, means: 'may not mount their file system', why: 'The policy of the file system and the user of the access point decide who mounts what.', fix: 'allow elasticfilesystem:ClientMount to the task role in its policy and that of the file system' } },
    { when: NO_SUCH_HOST, meaning: NO_TARGET },
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
    { when: NO_ANSWER, meaning: NO_PORT },
    { when: /available port in the range/i, meaning: FREE_PORT },
    {
      when: /tls tunnel|initialize tunnel|stunnel/i,
      meaning: {
        id: EFS,
        means: 'can\'t open the TLS tunnel to their file system',
        why: 'With encryption in transit the mount helper connects through a tunnel, which ends where port 2049 does not answer.',
        fix: 'allow port 2049 from the security group of the tasks in that of the mount targets, and leave out transitEncryptionPort',
      },
    },
    { when: /VolumeDriver/i, meaning: { id: EFS, means: 'can\'t mount their file system on their instance', fix: 'read /var/log/amazon/efs/mount.log and /var/log/ecs/ecs-volume-plugin.log on the instance, and allow port 2049 to the mount targets' } },
  ],
  otherwise: { ...noReason('can\'t mount their file system', 'the output of mount follows stderr. Mostly port 2049 is closed between the tasks and the mount targets, rootDirectory is not there, or a policy refuses the mount'), id: EFS },
};
