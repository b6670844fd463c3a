import type { Wording } from './wording';

const LOG_SETUP = 'failed to validate logger args';
const SECRETS = ['unable to pull secrets', 'unable to retrieve secret', 'resource retrieval failed'];
const EFS = 'failed to invoke EFS utils';
const PULL = ['CannotPullContainer', 'failed to pull image', 'pull image manifest'];
const NO_ROUTE = ['context deadline', 'i/o timeout', 'RequestCanceled', 'request canceled', 'context canceled', 'connection timed out', 'dial tcp'];

export const NO_CAPACITY = 'AWS had no capacity of that kind in those zones at that time; Fargate Spot never falls back to on-demand.';
const FULL = 'The image is there compressed and unpacked, together with what the containers write: Fargate gives 20 GiB, instances what their volume has.';
const ROOM = 'raise ephemeralStorage, or the disk of the instances';

/** Why tasks stop, the special before the general. */
export const STOPPED_REASONS: readonly Wording[] = [
  { words: [LOG_SETUP, ['ResourceNotFoundException', 'does not exist']], id: 'log-group-missing', means: 'have no log group to write to' },
  { words: [LOG_SETUP, ['AccessDenied', 'not authorized']], id: 'log-create-group-permission', means: 'may not write to their log group' },
  { words: [LOG_SETUP], id: 'net-no-egress-path', means: 'can\'t reach CloudWatch Logs' },
  {
    words: [SECRETS, ['AccessDenied', 'not authorized']], id: 'iam-exec-role-secrets-kms', means: 'may not read their secrets with their execution role',
  },
  { words: [SECRETS, ['ResourceNotFound', 'AWSCURRENT', 'can\'t find', 'invalid ssm parameters']], id: 'td-secret-reference-form', means: 'name a secret that is not there', fix: 'create the secret or parameter, or correct valueFrom' },
  { words: [SECRETS, NO_ROUTE], id: 'net-no-egress-path', means: 'can\'t reach where their secrets and images are' },
  { words: [EFS, ['resolve']], id: 'sto-efs-unreachable', means: 'find no mount target of their file system in their zone' },
  { words: [EFS, ['timed out', 'timeout']], id: 'sto-efs-unreachable', means: 'can\'t reach their file system: its security group has to open port 2049 to them' },
  { words: [EFS, ['access denied']], id: 'sto-efs-unreachable', means: 'may not mount their file system with their task role' },
  { words: [EFS, ['no such file']], id: 'sto-efs-unreachable', means: 'mount a directory that is not in their file system' },
  { words: [EFS], id: 'sto-efs-unreachable', means: 'can\'t mount their file system' },
  { words: [PULL, ['toomanyrequests', 'pull rate limit']], id: 'ops-pull-rate-limit', means: 'are over the pull limit of Docker Hub' },
  { words: [PULL, ['no space left']], id: 'sto-fargate-volume-kinds', means: 'have no room on their disk for the image', why: FULL, fix: ROOM },
  {
    words: [['matching platform', 'exec format error']], id: 'td-arch-mismatch', means: 'have an image for another CPU architecture', fix: 'build the image for the platform of runtimePlatform, or change that',
  },
  {
    words: [PULL, ['not found', 'failed to resolve ref', 'manifest unknown', 'does not exist']], id: 'dpl-image-gone', means: 'find no image by their tag or digest', fix: 'push the image, or deploy one that is there',
  },
  { words: [PULL, ['denied', 'unauthorized', 'not authorized', 'no basic auth']], id: 'td-execution-role-missing', means: 'may not pull their image with their execution role' },
  { words: [PULL, [...NO_ROUTE, 'httpReaderSeeker']], id: 'net-no-egress-path', means: 'can\'t reach the registry of their image' },
  { words: [PULL], id: 'ops-unknown-stop', means: 'can\'t pull their image', fix: 'see what ECS said of the pull' },
  { words: ['no space left'], id: 'sto-fargate-volume-kinds', means: 'have no room left on their disk', why: FULL, fix: ROOM },
  { words: [['OutOfMemoryError', 'killed due to memory usage']], id: 'dep-oom', means: 'were killed for the memory they use' },
  { words: [['failed container health checks']], id: 'dep-startup-longer-than-check', means: 'failed their container health check' },
  { words: [['failed ELB health checks', 'is unhealthy in (target-group']], id: 'net-health-check-misfit', means: 'failed the health check of their target group' },
  { words: [['unable to assume the role', 'unable to assume role']], id: 'iam-trust-policy', means: 'have a role that ECS may not assume' },
  {
    words: [['RESOURCE:ENI', 'Create Network Interface', 'network interface provisioning']], id: 'net-subnet-ip-exhausted', means: 'got no network interface', fix: 'free or add addresses in the subnets, and network interfaces on the instances',
  },
  {
    words: [['TaskDependencyError', 'failed to become healthy', 'did not become healthy']], id: 'dep-healthy-without-healthcheck', means: 'waited in vain for a container that another depends on', why: 'A container starts once those it depends on have started, ended or got healthy; when they don\'t in time, the task stops.', fix: 'see why the container it waits for does not start, end or get healthy',
  },
  { words: [['performing maintenance on the underlying infrastructure']], id: 'ops-task-retirement', means: 'were retired by Fargate', severity: 'info' },
  { words: [['Spot Task was interrupted', 'Your Spot Task', 'Spot interruption']], id: 'dep-stop-timeout-vs-spot', means: 'were interrupted, as Spot tasks are', severity: 'info' },
  { words: [['Capacity is unavailable']], id: 'cost-spot-without-base', means: 'found no capacity', why: NO_CAPACITY },
];

/** What the exit code of a container means where ECS says nothing more. */
export const EXIT_CODES: Readonly<Record<number, string>> = {
  0: 'ended by itself, as a service never should',
  1: 'ended with an error of the application',
  126: 'has a command that can\'t be run',
  127: 'has a command that is not in the image',
  134: 'aborted',
  139: 'crashed: it used memory that isn\'t its own',
};
