import { idsOf, verdict } from './run';
import type { Account } from '../../../../src/cli/collect/account';
import type { Task } from '../../../../src/cli/collect/shapes';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { cluster, stops, worker } from '../strangers/cluster';

const TIMEOUT = 'dial tcp 18.66.1.9:443: i/o timeout';
const RESOLVE = 'CannotPullContainerError: pull image manifest has been retried 3 time(s): failed to resolve ref';
const SECRETS = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:';
const DENIED = 'AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/etl-exec/9c1 is not authorized to perform:';
const LOGGING = 'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream:';
const INTERFACE = 'Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet \'subnet-77\':';
type On = 'fargate' | 'instances';

/** A worker that never comes up, whose tasks stop so or whose events have it. */
function failing(text: string, on: On, seen: readonly ('stops' | 'event')[]): Account {
  const launchType = on === 'fargate' ? 'FARGATE' : 'EC2';
  const isContainer = text.startsWith('CannotStart');
  const change: Partial<Task> = {
    launchType, stopCode: 'TaskFailedToStart', startedAt: undefined, stoppedReason: isContainer ? 'Task failed to start' : text, containers: isContainer ? [{ name: 'etl', reason: text }] : [],
  };
  const etl = worker('etl', {
    service: { launchType, runningCount: 0 },
    deployment: { rolloutState: 'IN_PROGRESS', runningCount: 0, failedTasks: 6, createdAt: minutesAgo(70), updatedAt: minutesAgo(1) },
    events: seen.includes('event') ? [[7, `was unable to place a task. Reason: ${text}.`]] : [],
  });
  return cluster([etl], { containerInstances: on === 'fargate' ? [] : [instance()], stoppedTasks: seen.includes('stops') ? stops('etl', [2, 5, 9, 13], change) : [] });
}

const ROWS: readonly [string, On, string, string, RegExp][] = [
  ['1: start of a container', 'fargate', 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed: exec: "/srv/run": permission denied: unknown', 'ops-unknown-stop', /chmod \+x/],
  ['2: no way to Docker Hub', 'fargate', `${RESOLVE} docker.io/acme/etl:4: failed to do request: Head "https://registry-1.docker.io/v2/acme/etl/manifests/4": ${TIMEOUT}`, 'net-no-egress-path', /NAT/],
  ['2: ECR answers 403', 'fargate', `${RESOLVE} 444455556666.dkr.ecr.eu-west-3.amazonaws.com/etl:4: unexpected status from HEAD request to https://444455556666.dkr.ecr.eu-west-3.amazonaws.com/v2/etl/manifests/4: 403 Forbidden`, 'td-execution-role-missing', /AmazonECSTaskExecutionRolePolicy/],
  ['2: ghcr answers 401', 'fargate', `${RESOLVE} ghcr.io/acme/etl:4: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized`, 'td-private-registry-credentials', /repositoryCredentials/],
  ['2: ECR Public answers 429', 'fargate', `${RESOLVE} public.ecr.aws/acme/etl:4: unexpected status from HEAD request: 429 Too Many Requests`, 'ops-pull-rate-limit', /pull through a cache in ECR/],
  ['2: it is not there', 'fargate', `${RESOLVE} 444455556666.dkr.ecr.eu-west-3.amazonaws.com/etl:4: 444455556666.dkr.ecr.eu-west-3.amazonaws.com/etl:4: not found`, 'dpl-image-gone', /push the image/],
  ['3: sign-in denied', 'fargate', `${SECRETS} unable to retrieve ecr registry auth: service call has been retried 1 time(s): ${DENIED} ecr:GetAuthorizationToken on resource: *`, 'td-execution-role-missing', /ecr:GetAuthorizationToken/],
  ['3: secret denied', 'fargate', `${SECRETS} unable to retrieve secret from asm: service call has been retried 1 time(s): ${DENIED} secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-3:444455556666:secret:etl-x`, 'iam-exec-role-secrets-kms', /secretsmanager:GetSecretValue/],
  ['9: JSON key', 'fargate', `${SECRETS} unable to retrieve secret from asm: service call has been retried 4 time(s): retrieved secret from Secrets Manager did not contain json key dsn_ro`, 'td-secret-reference-form', /key dsn_ro/],
  ['9: no JSON', 'fargate', `${SECRETS} unable to retrieve secret from asm: service call has been retried 1 time(s): failed to unmarshal secret: invalid character 'e' looking for beginning of value`, 'td-secret-reference-form', /JSON object/],
  ['9: version', 'fargate', `${SECRETS} unable to retrieve secret from asm: service call has been retried 1 time(s): ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSPENDING`, 'td-secret-reference-form', /version/],
  ['9: to be deleted', 'fargate', `${SECRETS} unable to retrieve secret from asm: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.`, 'td-secret-reference-form', /restore-secret/],
  ['9: no parameter', 'fargate', `${SECRETS} unable to retrieve secrets from ssm: service call has been retried 1 time(s): ParameterNotFound: `, 'td-secret-reference-form', /create the secret or parameter/],
  ['10: cut text', 'fargate', 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration', 'net-no-egress-path', /NAT/],
  ['10: registry', 'fargate', 'CannotPullContainerError: The task cannot pull quay.io/acme/etl:4 from the registry quay.io/acme/etl:4. There is a connection issue between the task and the registry. Check your task network configuration.', 'net-no-egress-path', /NAT/],
  ['10: killed', 'fargate', 'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed', 'net-no-egress-path', /NAT/],
  ['10: environment files', 'fargate', 'ResourceInitializationError: failed to download env files: file download command: non empty error stream: RequestCanceled: request context canceled caused by: context deadline exceeded', 'net-no-egress-path', /endpoints/],
  ['11: no log group', 'instances', `${LOGGING} ResourceNotFoundException: The specified log group does not exist.`, 'log-group-missing', /create the log group/],
  ['11: denied', 'instances', `${LOGGING} ${DENIED} logs:CreateLogStream on resource: arn:aws:logs:x`, 'log-create-group-permission', /logs:CreateLogStream/],
  ['18: group gone', 'fargate', `${INTERFACE} InvalidGroup.NotFound`, 'net-subnet-or-group-gone', /security group/],
  ['18: subnet gone', 'fargate', `${INTERFACE} InvalidSubnetID.NotFound`, 'net-subnet-or-group-gone', /subnet that is there/],
  ['18: not allowed', 'fargate', `${INTERFACE} UnauthorizedOperation`, 'iam-service-linked-role', /AWSServiceRoleForECS/],
  ['21: not allowed', 'instances', 'Unable to launch instance(s) for capacity provider batch-mi. UnauthorizedOperation: You are not authorized to perform this operation.', 'iam-infrastructure-role-missing', /infrastructure role/],
  ['21: quota', 'instances', 'Unable to launch instance(s) for capacity provider batch-mi. VcpuLimitExceeded: You have requested more vCPU capacity than your current limit.', 'dpl-no-quota', /quota/i],
  ['22: ARM', 'fargate', 'CannotPullContainerError: no matching manifest for linux/arm64/v8 in the manifest list entries', 'td-arch-mismatch', /runtimePlatform/],
  ['22: Windows', 'instances', 'CannotPullContainerError: no matching manifest for windows/amd64 10.0.20348 in the manifest list entries', 'td-arch-mismatch', /runtimePlatform/],
  ['22: port', 'instances', 'CannotStartContainerError: API error (500): driver failed programming external connectivity on endpoint ecs-etl-3: Bind for 0.0.0.0:9090 failed: port is already allocated', 'net-fixed-host-port', /hostPort/],
  ['22: infrastructure role', 'fargate', 'ECS was unable to assume the configured ECS Infrastructure Role \'arn:aws:iam::444455556666:role/infra\'. Please verify that the role being passed has the proper trust relationship', 'iam-trust-policy', /ecs\.amazonaws\.com/],
];

describe.each<[string, readonly ('stops' | 'event')[]]>([['stops alone', ['stops']], ['stops and their event', ['stops', 'event']], ['the event alone', ['event']]])('%s', (_, seen) => {
  test.each(ROWS)('%s', async (__, on, text, id, fix) => {
    const { code, worst } = await verdict(failing(text, on, seen));
    expect(idsOf(worst)).toEqual([`error ${id}`]);
    expect(worst[0].fix).toMatch(fix);
    expect(code).toBe(1);
  });
});

test.each([['10.9.0.1', 2], ['172.16.33.4', 5], ['100.64.0.8', 9]])('the numbers of a text decide nothing: %s', async (address, retries) => {
  const text = `CannotPullContainerError: ref pull has been retried ${retries} time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://x.s3.amazonaws.com/a": dial tcp ${address}:443: i/o timeout`;
  expect(idsOf((await verdict(failing(text, 'fargate', ['event']))).worst)).toEqual(['error net-no-egress-path']);
});
