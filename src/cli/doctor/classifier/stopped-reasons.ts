import type { Wording } from './wording';

const LOG_SETUP = 'failed to validate logger args';
const SECRETS = ['unable to pull secrets', 'unable to retrieve secret', 'resource retrieval failed'];
const EFS = 'failed to invoke EFS utils';
const PULL = ['CannotPullContainer', 'failed to pull image', 'pull image manifest'];
const DENIED = ['AccessDenied', 'not authorized'];
const NO_ROUTE = ['context deadline', 'i/o timeout', 'RequestCanceled', 'request canceled', 'context canceled', 'connection timed out', 'dial tcp'];

const NO_WAY = {
  id: 'net-no-egress-path',
  why: 'Before a container starts, ECS pulls the image, reads the secrets and opens the log from where the task is: its subnet needs a way there.',
  fix: 'set assignPublicIp in a public subnet, route a private one through NAT, or add endpoints that have private DNS and open port 443 to the tasks',
};
const FULL = {
  id: 'sto-fargate-volume-kinds',
  why: 'The image is there compressed and unpacked, together with what the containers write: Fargate gives 20 GiB, instances what their volume has.',
  fix: 'raise ephemeralStorage, or the disk of the instances',
};
export const NO_CAPACITY = {
  id: 'cost-spot-without-base',
  why: 'AWS had no capacity of that kind in those zones at that time; Fargate Spot never falls back to on-demand.',
  fix: 'add subnets in other zones, and FARGATE beside FARGATE_SPOT',
};
export const NO_IMAGE = {
  id: 'dpl-image-gone',
  why: 'ECS starts no task without its image: the tag or digest was never pushed, or it has expired or was deleted.',
  fix: 'push the image, or deploy one that is there',
};
export const NO_SECRET = {
  id: 'td-secret-reference-form',
  why: 'ECS reads the secrets before it starts a container: without one of them the task stops with ResourceInitializationError.',
  fix: 'create the secret or parameter, or correct valueFrom',
};
export const NO_MEMORY = {
  id: 'dep-oom',
  why: 'A container that takes more memory than its limit, or than is left of the task, is killed.',
  fix: 'raise the memory of the task or the container, or let the application take less: -XX:MaxRAMPercentage=75 for a Java virtual machine',
};

/** Why tasks stop, the special before the general. */
export const STOPPED_REASONS: readonly Wording[] = [
  { words: [LOG_SETUP, ['ResourceNotFoundException', 'does not exist']], id: 'log-group-missing', means: 'have no log group to write to' },
  {
    words: [LOG_SETUP, DENIED],
    id: 'log-create-group-permission',
    means: 'may not write to their log group',
    why: 'The execution role opens the log before a container starts.',
    fix: 'allow logs:CreateLogStream and logs:PutLogEvents to the execution role, and logs:CreateLogGroup with awslogs-create-group',
  },
  { words: [LOG_SETUP], ...NO_WAY, means: 'can\'t reach CloudWatch Logs' },
  { words: [SECRETS, DENIED], id: 'iam-exec-role-secrets-kms', means: 'may not read their secrets with their execution role' },
  { words: [SECRETS, ['ResourceNotFound', 'AWSCURRENT', 'can\'t find', 'invalid ssm parameters']], ...NO_SECRET, means: 'name a secret that is not there' },
  { words: [SECRETS, NO_ROUTE], ...NO_WAY, means: 'can\'t reach where their secrets and images are' },
  { words: [EFS, ['resolve']], id: 'sto-efs-unreachable', means: 'find no mount target of their file system in their zone' },
  { words: [EFS, ['timed out', 'timeout']], id: 'sto-efs-unreachable', means: 'can\'t reach their file system on port 2049' },
  {
    words: [EFS, ['access denied']],
    id: 'sto-efs-unreachable',
    means: 'may not mount their file system',
    why: 'With IAM on, the policy of the file system and the task role decide who mounts it.',
    fix: 'allow elasticfilesystem:ClientMount and ClientWrite to the task role',
  },
  {
    words: [EFS, ['no such file']],
    id: 'sto-efs-unreachable',
    means: 'mount a directory that is not in their file system',
    why: 'ECS makes no directories; only an access point with creation info does.',
    fix: 'create the directory, or correct rootDirectory',
  },
  { words: [EFS], id: 'sto-efs-unreachable', means: 'can\'t mount their file system' },
  { words: [PULL, ['toomanyrequests', 'pull rate limit']], id: 'ops-pull-rate-limit', means: 'are over the pull limit of Docker Hub' },
  { words: [PULL, ['no space left']], ...FULL, means: 'have no room on their disk for the image' },
  {
    words: [['matching platform', 'exec format error']],
    id: 'td-arch-mismatch',
    means: 'have an image for another CPU architecture',
    fix: 'build the image for the platform of runtimePlatform, or change that',
  },
  { words: [PULL, ['not found', 'failed to resolve ref', 'manifest unknown', 'does not exist']], ...NO_IMAGE, means: 'find no image by their tag or digest' },
  {
    words: [PULL, ['denied', 'unauthorized', 'not authorized', 'no basic auth']],
    id: 'td-execution-role-missing',
    means: 'may not pull their image with their execution role',
    why: 'ECS pulls from ECR as the execution role; from another account, the policy of the repository has to allow it too.',
    fix: 'attach AmazonECSTaskExecutionRolePolicy to the execution role, and open the repository of another account to it',
  },
  { words: [PULL, [...NO_ROUTE, 'httpReaderSeeker']], ...NO_WAY, means: 'can\'t reach the registry of their image' },
  {
    words: [PULL],
    id: 'ops-unknown-stop',
    means: 'can\'t pull their image',
    why: 'ECS starts no task without its image.',
    fix: 'see what ECS said of the pull',
  },
  { words: ['no space left'], ...FULL, means: 'have no room left on their disk' },
  { words: [['OutOfMemoryError', 'killed due to memory usage']], ...NO_MEMORY, means: 'were killed for the memory they use' },
  {
    words: ['failed container health checks'],
    id: 'dep-startup-longer-than-check',
    means: 'failed their container health check',
    why: 'As many failures in a row as retries end the task: the application answers late or not at all, or the image lacks what the command calls.',
    fix: 'run the command of the health check in the image, and give a slow start a startPeriod',
  },
  {
    words: [['failed ELB health checks', 'is unhealthy in (target-group']],
    id: 'net-health-check-misfit',
    means: 'failed the health check of their target group',
    why: 'ECS replaces a task whose target is unhealthy once the grace period is over.',
    fix: 'correct path, port and codes of the health check, open the port to the load balancer, and let healthCheckGracePeriodSeconds cover the start',
  },
  { words: [['unable to assume the role', 'unable to assume role']], id: 'iam-trust-policy', means: 'have a role that ECS may not assume' },
  {
    words: [['RESOURCE:ENI', 'Create Network Interface', 'network interface provisioning']],
    id: 'net-subnet-ip-exhausted',
    means: 'got no network interface',
    fix: 'free or add addresses in the subnets, and network interfaces on the instances',
  },
  {
    words: [['TaskDependencyError', 'failed to become healthy', 'did not become healthy']],
    id: 'dep-healthy-without-healthcheck',
    means: 'waited in vain for a container that another depends on',
    why: 'A container starts once those it depends on have started, ended or got healthy; when they don\'t in time, the task stops.',
    fix: 'see why the container it waits for does not start, end or get healthy',
  },
  {
    words: ['performing maintenance on the underlying infrastructure'],
    id: 'ops-task-retirement',
    means: 'were retired by Fargate',
    severity: 'info',
    why: 'Fargate replaces tasks for its own updates, and the service starts others.',
    fix: 'run two tasks at least, so that one is left',
  },
  { words: [['Spot Task was interrupted', 'Spot interruption']], id: 'dep-stop-timeout-vs-spot', means: 'were interrupted, as Spot tasks are', severity: 'info' },
  { words: ['Capacity is unavailable'], ...NO_CAPACITY, means: 'found no capacity' },
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
