import { minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { startedIn, withContainer, withLive, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { runningTask, service, targetGroup } from '../../../src/gotchas/fixtures/recorded/healthy';
import { findingsOf } from './said-of';
import type { Account } from '../../../src/cli/collect/account';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';

/* Tasks are called steady 30 s, and a second good answer, after they answer. */

const ID = 'net-grace-period-missing';
const UNCHECKED = { targetGroups: [], taskDefinition: withContainer({ healthCheck: undefined }) };
const after = (seconds: number, grace: number | undefined, live: Parameters<typeof withLive>[0] = {}): Account => (
  withService({ healthCheckGracePeriodSeconds: grace, events: [...startedIn(seconds)] }, live));
const told = (account: Account): unknown => findingsOf(account, ID).map(({ severity, detail, fix }) => ({ severity, detail, fix }));
const reasons = (account: Account): readonly string[] => diagnose(account).gaps.filter(({ id }) => id === ID).map(({ reason }) => reason);

test('a start close to the grace period is too slow on a bad day', () => {
  expect(told(after(330, 300))).toEqual([{
    severity: 'warning',
    detail: 'healthCheckGracePeriodSeconds (300) with these health checks leaves a task 300 s to start, and the last ones took about 270 s',
    fix: 'set healthCheckGracePeriodSeconds to 540 or so, or make the start quicker',
  }]);
  expect(told(after(290, 300))).toEqual([]);
});

test('health checks allow time of their own, and the shortest one counts', () => {
  const slow = { ...targetGroup, targetGroup: { ...targetGroup.targetGroup, UnhealthyThresholdCount: 10 } };
  expect(told(after(200, 60, { targetGroups: [slow] }))).toEqual([expect.objectContaining({ detail: expect.stringContaining('leaves a task 150 s to start, and the last ones took about 140 s') as unknown })]);
  expect(told(after(200, 60, { targetGroups: [slow], taskDefinition: withContainer({ healthCheck: undefined }) }))).toEqual([]);
  expect(told(after(200, 60, { targetGroups: [slow], taskDefinition: withContainer({ essential: false }) }))).toEqual([]);
});

test('a grace period that hides what never starts is worth a word', () => {
  expect(told(after(60, 1800))).toEqual([{
    severity: 'info',
    detail: 'healthCheckGracePeriodSeconds (1800) is far above the 60 s in which tasks become healthy',
    fix: 'lower healthCheckGracePeriodSeconds to about twice the time that a start takes',
  }]);
  expect(told(after(60, 590))).toEqual([]);
});

test('nothing is measured where nothing is checked', () => {
  const account = withService({ healthCheckGracePeriodSeconds: 0, loadBalancers: [] }, UNCHECKED);
  expect(findingsOf(account, ID)).toEqual([]);
  expect(reasons(account)).toEqual([]);
});

test.each<[string, Account]>([
  ['events that are forgotten', withService({ events: [service.events![0]] })],
  ['tasks that are not steady yet', withService({ events: [service.events![1]] })],
  ['no events', withService({ events: undefined })],
  ['old tasks that leave meanwhile', withService({ events: [...service.events!, { createdAt: minutesAgo(591), message: '(service web) has begun draining connections on 2 tasks.' }] })],
  ['tasks without a start', withLive({ runningTasks: [{ ...runningTask, startedAt: undefined }] })],
  ['tasks of another revision only', withLive({ runningTasks: [{ ...runningTask, taskDefinitionArn: 'web:6' }] })],
])('%s show nothing', (_, account) => {
  expect(told(account)).toEqual([]);
  expect(reasons(account)).toEqual(['events no longer show how long tasks took to start']);
});

test('the slowest of the tasks counts', () => {
  const late = { ...runningTask, startedAt: new Date(runningTask.startedAt!.getTime() - 300_000) };
  const account = withService({ healthCheckGracePeriodSeconds: 300 }, { runningTasks: [runningTask, { ...late, taskArn: `${late.taskArn}2` }] });
  expect(told(account)).toEqual([expect.objectContaining({ detail: expect.stringContaining('about 300 s') as unknown })]);
});
