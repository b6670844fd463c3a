import { TEXTS, type AwsText } from './texts';
import type { Account } from '../../../../src/cli/collect/account';
import { classify } from '../../../../src/cli/doctor/classifier/classify';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance, onInstances, rollingOut, stopped, withLive } from '../../../../src/gotchas/fixtures/recorded/changed';
import { findingsOf, toldOf } from '../said-of';

const UNKNOWN = { event: 'ops-unknown-event', other: 'ops-unknown-stop' };

/** A service whose tasks don't come up, with one text of AWS about it. */
function accountWith({ text, field, on }: AwsText): Account {
  const rolling = { runningCount: 0, deployments: [rollingOut()], ...field === 'event' ? { events: [{ id: 'e', createdAt: minutesAgo(3), message: text }] } : {} };
  const task = field === 'reason' ? { stoppedReason: 'Task failed to start', containers: [{ name: 'app', reason: text }] } : { stoppedReason: text };
  const stops = field === 'stoppedReason' || field === 'reason' || field === 'capacityProvider'
    ? stopped(5, { stopCode: 'TaskFailedToStart', startedAt: undefined, launchType: on === 'fargate' ? 'FARGATE' : 'EC2', ...task }) : [];
  const deployments = field === 'deployment' ? [{ status: 'ROLLBACK_SUCCESSFUL' as const, statusReason: text }, { status: 'SUCCESSFUL' as const }] : [];
  const { clusters: [{ services: [{ service }], containerInstances, ...cluster }], ...account } = on === 'fargate' ? withLive({}) : onInstances([instance()]);
  const [live] = withLive({ deployments }, { ...service, ...rolling }).clusters[0].services;
  return { ...account, clusters: [{ ...cluster, containerInstances: on === 'fargate' ? containerInstances : [instance()], stoppedTasks: stops, services: [live] }] };
}

test('there are more than 200 texts of AWS', () => {
  expect(TEXTS.filter(({ source }) => !source.startsWith('made up') && !source.startsWith('known from')).length).toBeGreaterThan(200);
  expect(new Set(TEXTS.map(({ text, on }) => `${on} ${text}`)).size).toBe(TEXTS.length);
});

test.each(TEXTS.map((entry) => [entry.id, entry.text, entry] as const))('%s: %s', (id, text, { field, on, fix, severity }) => {
  const meaning = classify(text, on !== 'fargate');
  const unknown = field === 'event' ? UNKNOWN.event : UNKNOWN.other;
  expect(meaning === 'unknown' ? unknown : meaning?.id ?? null).toBe(id);
  if (typeof meaning === 'object' && severity) expect(meaning.severity).toBe(severity);
  if (typeof meaning === 'object' && meaning.fix) expect(meaning.fix).toContain(fix);
});

describe('in the field that AWS uses for it', () => {
  const faults = TEXTS.filter(({ id, severity, field }) => id !== null && severity === undefined && field !== 'deployment');
  test.each(faults.map((entry) => [entry.field, entry.text, entry] as const))('%s: %s', (_, text, entry) => {
    const account = accountWith(entry);
    const all = toldOf(account);
    expect(all).toContain(`${entry.id === UNKNOWN.event ? 'warning' : 'error'} ${entry.id}`);
    expect(all.filter((one) => one.startsWith('error'))).toHaveLength(1);
    const [{ fix, evidence = [] }] = findingsOf(account, entry.id!);
    expect(fix).toContain(entry.fix);
    expect(evidence.join(' ')).toContain(text.slice(0, 12));
  });

  test.each(TEXTS.filter(({ field, id }) => field === 'deployment' && id !== null).map((entry) => [entry.text, entry] as const))('deployment: %s', (_, entry) => {
    const account = accountWith(entry);
    expect(toldOf(account)).toContain(`error ${entry.id}`);
    expect(findingsOf(account, 'dpl-deployment-failed')).toMatchObject([{ severity: 'info', detail: expect.stringMatching(`, because of ${entry.id}$`) }]);
  });
});

describe('what decides', () => {
  const idOf = (text: string, onInstancesToo = false) => {
    const meaning = classify(text, onInstancesToo);
    return meaning === 'unknown' ? meaning : meaning?.id;
  };

  test.each<[string, string]>([
    ['dial tcp 3.3.3.3:443: i/o timeout', 'net-no-egress-path'],
    ['401 Unauthorized', 'td-private-registry-credentials'],
    ['429 Too Many Requests', 'ops-pull-rate-limit'],
    ['not found', 'dpl-image-gone'],
    ['503 Service Unavailable', 'ops-unknown-stop'],
  ])('is what stands behind the reference: %s', (why, id) => {
    expect(idOf(`CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ghcr.io/acme/web:1: ${why}`)).toBe(id);
  });

  test('is no name, whatever words it has', () => {
    expect(idOf('CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ghcr.io/acme/access-denied-timeout:429: not found')).toBe('dpl-image-gone');
    expect(idOf('(service not-found-403) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref docker.io/acme/efs-logs:1: i/o timeout')).toBe('net-no-egress-path');
    expect(idOf('ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:kms/timeout-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can\'t find the specified secret.')).toBe('td-secret-reference-form');
  });

  test('is the account, not the family of the error: who was refused, and by what', () => {
    const refused = (who: string, by: string) => idOf(`CannotPullContainerError: denied: User: arn:aws:sts::111122223333:assumed-role/${who} is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:111122223333:repository/web ${by}`);
    expect(refused('web/0f9de17a64', 'because no identity-based policy allows the ecr:BatchGetImage action')).toBe('td-execution-role-missing');
    expect(refused('web/i-0f9de17a64', 'because no identity-based policy allows the ecr:BatchGetImage action')).toBe('iam-instance-role-incomplete');
    expect(refused('web/0f9de17a64', 'because no VPC endpoint policy allows the ecr:BatchGetImage action')).toBe('net-endpoint-sg-or-partial');
    expect(refused('web/0f9de17a64', 'with an explicit deny in a service control policy')).toBe('ops-denied-by-organization');
  });
});
