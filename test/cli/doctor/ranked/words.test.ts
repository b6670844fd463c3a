import { idsOf, run, verdict } from './run';
import type { Account } from '../../../../src/cli/collect/account';
import { minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { cluster, groupOf, site, stops, worker, type Change } from '../strangers/cluster';

const SECRET = 'arn:aws:secretsmanager:eu-west-3:444455556666:secret:etl/dsn-Zz9Yy8';
const SECRETS = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 2 time(s):';
const starting: Change = { service: { runningCount: 0 }, deployment: { rolloutState: 'IN_PROGRESS', runningCount: 0, failedTasks: 3, createdAt: minutesAgo(33), updatedAt: minutesAgo(1) } };
const unstarted = (stoppedReason: string): Account => (
  cluster([worker('etl', starting)], { stoppedTasks: stops('etl', [1, 4, 9], { stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [] }) }));
const withEvent = (text: string): Account => cluster([worker('etl', { ...starting, events: [[2, text]] })]);

function withSecret(state: 'gone' | 'to be deleted'): Account {
  const one = worker('etl');
  const definition = one.taskDefinition as { readonly containerDefinitions: readonly object[] };
  const containerDefinitions = [{ ...definition.containerDefinitions[0], secrets: [{ name: 'DSN', valueFrom: SECRET }] }];
  return cluster([{ ...one, taskDefinition: { ...definition, containerDefinitions } as never, secrets: new Map([[SECRET, state]]) }]);
}

test.each<[string, Account, string, RegExp, RegExp]>([
  ['a task that never ran has no log', unstarted('BrandNewError: the tide was out'), 'error ops-unknown-stop', /No container ran, so there is no log/, /^read the text of AWS/],
  ['ECR Public is not Docker Hub', unstarted('CannotPullContainerError: ref pull has been retried 1 time(s): failed to resolve ref public.ecr.aws/nginx/nginx:1: toomanyrequests: Rate exceeded'), 'error ops-pull-rate-limit', /ECR Public/, /ECR Public counts pulls without sign-in/],
  ['KMS', unstarted(`${SECRETS} AccessDeniedException: Access to KMS is not allowed`), 'error iam-exec-role-secrets-kms', /decrypted/, /allow kms:Decrypt/],
  ['the policy of an endpoint', unstarted(`${SECRETS} AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/etl/1 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${SECRET} because no VPC endpoint policy allows the secretsmanager:GetSecretValue action`), 'error net-endpoint-sg-or-partial', /./, /policy of the VPC endpoint/],
  ['a service of Cloud Map that is gone', withEvent('failed to register instance in (service-registry arn:aws:servicediscovery:eu-west-3:444455556666:service/srv-77) with (error ServiceNotFound)'), 'error sd-namespace-gone', /./, /service/],
  ['a secret that can be restored', withSecret('to be deleted'), 'error td-secret-reference-form', /restored until it is gone/, /restore-secret/],
  ['a secret that is gone', withSecret('gone'), 'error td-secret-reference-form', /before it starts a container/, /create the secret or parameter/],
])('%s', async (_, account, told, why, fix) => {
  const { code, worst } = await verdict(account);
  expect({ code, told: idsOf(worst) }).toEqual({ code: 1, told: [told] });
  expect(worst[0].why).toMatch(why);
  expect(worst[0].fix).toMatch(fix);
});

test('instances that all drain have agents', async () => {
  const account = cluster([worker('etl', { ...starting, service: { ...starting.service, launchType: 'EC2', pendingCount: 0 } })], { containerInstances: [1, 2].map((index) => instance({ containerInstanceArn: `i${index}`, status: 'DRAINING' })) });
  const { code, text } = await run(account);
  expect(code).toBe(1);
  expect(text).toMatch(/drain/i);
  expect(text).not.toContain('ECS_CLUSTER=');
});

test('a fault of Elastic Load Balancing is no fault of the application', async () => {
  const health = [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}` }, TargetHealth: { State: 'unhealthy' as const, Reason: 'Elb.InternalError' as const } }));
  const { worst: [{ detail, why = '', fix = '' }] } = await verdict(cluster([site('cart', { live: { targetGroups: groupOf(site('cart'), { health }) } })]));
  expect([detail, why, fix].join(' ')).toMatch(/AWS|Elastic Load Balancing/);
  expect(fix).not.toMatch(/path|port/);
});
