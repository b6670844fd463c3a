import type { CodeDeployNow } from '../../../../src/cli/collect/read/code-deploy';
import type { ServiceNow } from '../../../../src/cli/collect/read-service';
import type { CodeDeployDeployment, EcsTarget, TaskSet } from '../../../../src/cli/collect/shapes';
import { Unknown } from '../../../../src/facts/fact';
import { ARNS, NOW } from '../../../../src/gotchas/fixtures/recorded/arns';
import { stopped } from '../../../../src/gotchas/fixtures/recorded/changed';
import { at, play } from './played';

const time = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const BLUE: TaskSet = { id: 'ecs-svc/1', taskDefinition: ARNS.oldTask, status: 'PRIMARY', stabilityStatus: 'STEADY_STATE', runningCount: 2, computedDesiredCount: 2, createdAt: time(-9000) };
const GREEN: TaskSet = { id: 'ecs-svc/2', taskDefinition: ARNS.task, status: 'ACTIVE', stabilityStatus: 'STABILIZING', runningCount: 0, pendingCount: 2, computedDesiredCount: 2, createdAt: time(0), externalId: 'd-2' };
const D2: CodeDeployDeployment = { deploymentId: 'd-2', status: 'InProgress', createTime: time(0) };

function now(
  seconds: number, type: 'CODE_DEPLOY' | 'EXTERNAL', taskSets: readonly TaskSet[], codeDeploy?: ServiceNow['codeDeploy'], rest: Partial<ServiceNow> = {},
): ServiceNow {
  return at(seconds, { deploymentController: { type }, deployments: [], taskSets: [...taskSets] }, {}, { deployments: [], codeDeploy, ...rest });
}

const deployed = (deployments: readonly CodeDeployDeployment[], target?: EcsTarget): CodeDeployNow => ({ deployments, target });
const codeDeploy = (
  seconds: number, deployments: readonly CodeDeployDeployment[] | Unknown, target?: EcsTarget, rest: Partial<ServiceNow> = {},
): ServiceNow =>
  now(seconds, 'CODE_DEPLOY', [BLUE, GREEN], deployments instanceof Unknown ? deployments : deployed(deployments, target), rest);

describe('a deployment of CodeDeploy', () => {
  test('is shown with its task sets, its stage and its traffic', async () => {
    const target: EcsTarget = {
      lifecycleEvents: [{ lifecycleEventName: 'BeforeInstall', status: 'Succeeded' }, { lifecycleEventName: 'Install', status: 'InProgress' }],
      taskSetsInfo: [{ taskSetLabel: 'Blue', trafficWeight: 100 }, { taskSetLabel: 'Green', trafficWeight: 0 }],
    };
    const { code, text } = await play([codeDeploy(0, [D2], target), codeDeploy(5, [{ ...D2, status: 'Succeeded' }])]);
    expect(text).toContain('web:7 active: 0 of 2 running, 2 pending (STABILIZING); web:6 primary: 2 of 2 running (STEADY_STATE); CodeDeploy d-2: InProgress, Install is InProgress; traffic: blue 100 %, green 0 %');
    expect(text).toContain('✔ shop/web: deployment d-2 of CodeDeploy succeeded\n');
    expect(code).toBe(0);
  });

  test.each<[string, readonly ServiceNow[], string]>([
    ['fails', [codeDeploy(5, [{ ...D2, status: 'Failed', errorInformation: { code: 'HEALTH_CONSTRAINTS' as never, message: 'The ECS service cannot be updated.' } }])], 'deployment d-2 of CodeDeploy failed: The ECS service cannot be updated'],
    ['is stopped', [codeDeploy(5, [{ ...D2, status: 'Stopped' }])], 'deployment d-2 of CodeDeploy was stopped'],
    ['is superseded', [codeDeploy(5, [{ deploymentId: 'd-3', status: 'InProgress', createTime: time(4) }, { ...D2, status: 'Stopped' }])], 'deployment d-2 of CodeDeploy was superseded by d-3'],
    ['is rolled back, to the end of the rollback', [
      codeDeploy(5, [{ deploymentId: 'd-3', status: 'InProgress', createTime: time(4) }, { ...D2, status: 'Failed', errorInformation: { message: 'No.' }, rollbackInfo: { rollbackDeploymentId: 'd-3', rollbackMessage: 'by an alarm' } }]),
      codeDeploy(10, [{ deploymentId: 'd-3', status: 'Succeeded', createTime: time(4) }, { ...D2, status: 'Failed', errorInformation: { message: 'No.' }, rollbackInfo: { rollbackDeploymentId: 'd-3', rollbackMessage: 'by an alarm' } }]),
    ], 'deployment d-2 of CodeDeploy failed: No; by an alarm; its rollback d-3 succeeded'],
  ])('ends with 1 where it %s', async (_, answers, reason) => {
    const { code, slept, text } = await play([codeDeploy(0, [D2]), ...answers]);
    expect(text).toContain(`✖ shop/web: ${reason}\n`);
    expect({ code, slept }).toEqual({ code: 1, slept: answers.length * 5_000 });
  });

  test('that waits for a user is printed once, with the command', async () => {
    const ready = [{ ...D2, status: 'Ready' as const }];
    const { text } = await play([codeDeploy(0, ready), codeDeploy(5, ready), codeDeploy(10, [{ ...D2, status: 'Succeeded' }])]);
    expect(text.match(/go on: aws deploy continue-deployment --deployment-id d-2 --deployment-wait-type READY_WAIT/g)).toHaveLength(1);
  });

  test('has its failed lifecycle events and the causes of stopped tasks printed', async () => {
    const target: EcsTarget = { lifecycleEvents: [{ lifecycleEventName: 'AfterAllowTestTraffic', status: 'Failed', diagnostics: { errorCode: 'ScriptFailed', message: 'DB_PASSWORD=hunter2 is wrong' } }] };
    const stoppedTasks = stopped(1, { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: x: not found', startedBy: GREEN.id });
    const { text } = await play([codeDeploy(0, [D2], target, { stoppedTasks }), codeDeploy(5, [{ ...D2, status: 'Failed' }], target, { stoppedTasks })]);
    expect(text.match(/AfterAllowTestTraffic of deployment d-2 failed \(ScriptFailed\)\n {2}aws: {2}DB_PASSWORD=\(redacted\)/g)).toHaveLength(1);
    expect(text.match(/\[dpl-image-gone\]/g)).toHaveLength(1);
  });

  test('has the fix of its fault printed', async () => {
    const message = 'The ELB could not be updated due to the following error: Primary taskset target group must be behind listener arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/web/1/2';
    const target: EcsTarget = { lifecycleEvents: [{ lifecycleEventName: 'AfterAllowTraffic', status: 'Failed', diagnostics: { message: 'The deployment failed because one or more of the lifecycle event validation functions failed.' } }] };
    const { text } = await play([codeDeploy(0, [D2], target), codeDeploy(5, [{ ...D2, status: 'Failed', errorInformation: { code: 'ECS_UPDATE_ERROR', message } }], target)]);
    expect(text).toMatch(/AfterAllowTraffic of deployment d-2 failed\n {2}aws: .*\n {2}fix: {2}read the log of the function of the hook/);
    expect(text).toMatch(/deployment d-2 failed \(ECS_UPDATE_ERROR\)\n {2}aws: .*\n {2}fix: {2}forward the production listener to the target group of the primary task set again/);
  });

  test('goes on while CodeDeploy does not answer', async () => {
    const gap = now(5, 'CODE_DEPLOY', [BLUE], new Unknown('throttled'));
    const { code, slept } = await play([codeDeploy(0, [D2]), gap, codeDeploy(10, [{ ...D2, status: 'Failed' }])]);
    expect({ code, slept }).toEqual({ code: 1, slept: 10_000 });
  });
});

describe('task sets alone decide', () => {
  const steady: TaskSet = { ...GREEN, status: 'PRIMARY', stabilityStatus: 'STEADY_STATE', runningCount: 2, pendingCount: 0 };

  test.each<[string, readonly ServiceNow[], number, string]>([
    ['where another controller deploys', [now(0, 'EXTERNAL', [BLUE, GREEN]), now(5, 'EXTERNAL', [steady])], 0, '✔ shop/web: web:7 is steady, with 2 of 2 running'],
    ['where CodeDeploy may not be read', [now(0, 'CODE_DEPLOY', [BLUE, GREEN], new Unknown('codedeploy:ListDeployments is denied: allow it')), now(5, 'CODE_DEPLOY', [steady], new Unknown('denied'))], 0, '✔ shop/web: web:7 is steady'],
    ['where CodeDeploy has deployed nothing', [now(0, 'CODE_DEPLOY', [BLUE], deployed([]))], 0, '✔ shop/web: web:6 is steady'],
    ['where two of them share the traffic', [now(0, 'EXTERNAL', [BLUE, { ...steady, status: 'ACTIVE' }])], 0, '✔ shop/web: web:7 and web:6 are steady'],
    ['that are deleted before they are steady', [now(0, 'EXTERNAL', [BLUE, GREEN]), now(5, 'EXTERNAL', [BLUE])], 1, '✖ shop/web: the task set of web:7 was deleted before it was steady'],
  ])('%s', async (_, answers, code, line) => {
    const played = await play(answers);
    expect(played.text).toContain(line);
    expect(played).toMatchObject({ code, slept: (answers.length - 1) * 5_000 });
  });
});
