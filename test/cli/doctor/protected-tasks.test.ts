import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';
import { minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { rollingOut, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { runningTask } from '../../../src/gotchas/fixtures/recorded/healthy';

const ID = 'dpl-protected-tasks-block';
const protectedTasks = [{ taskArn: runningTask.taskArn, protectionEnabled: true, expirationDate: minutesAgo(-90) }];
const found = (...account: Parameters<typeof withService>) =>
  diagnose(withService(...account)).findings.filter(({ id }) => [ID, 'dpl-deployment-frozen'].includes(id)).map(({ id, severity, detail }) => ({ id, severity, detail }));

test('tasks that protection keeps after a scale-in are worth knowing', () => {
  expect(found({ desiredCount: 1, runningCount: 2 }, { protectedTasks })).toEqual([{
    id: ID,
    severity: 'info',
    detail: `protectionEnabled (on 1 task, until ${minutesAgo(-90).toISOString()} at the latest) keeps 2 tasks running where 1 are desired`,
  }]);
});

test('a deployment that waits for protected tasks for long is a warning', () => {
  const deployment = rollingOut({ runningCount: 2, failedTasks: 0 });
  expect(found({ deployments: [deployment] }, { protectedTasks })).toMatchObject([{
    severity: 'warning', detail: expect.stringContaining('holds up a deployment (in progress for 45 minutes)'),
  }]);
  expect(found({ deployments: [{ ...deployment, createdAt: minutesAgo(5) }] }, { protectedTasks })).toMatchObject([{ severity: 'info' }]);
});

test('protected tasks are the cause of a deployment that has no room beside them', () => {
  expect(found({ deployments: [rollingOut({ runningCount: 1, failedTasks: 0 })] }, { protectedTasks })).toMatchObject([
    { id: ID, severity: 'error' },
    { id: 'dpl-deployment-frozen', severity: 'info', detail: expect.stringContaining(`because of ${ID}`) },
  ]);
});

test('protection that was not read is not checked', () => {
  const { gaps } = diagnose(withService({}, { protectedTasks: new Unknown('ecs:GetTaskProtection is denied: allow it') }));
  expect(gaps.filter(({ id }) => id === ID)).toContainEqual(expect.objectContaining({ reason: 'ecs:GetTaskProtection is denied: allow it' }));
});
