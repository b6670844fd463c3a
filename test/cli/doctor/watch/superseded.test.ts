import type { ServiceNow } from '../../../../src/cli/collect/read-service';
import type { Deployment, ServiceDeployment } from '../../../../src/cli/collect/shapes';
import { Unknown } from '../../../../src/facts/fact';
import { ARNS, NOW } from '../../../../src/gotchas/fixtures/recorded/arns';
import { at, NEW, OLD, play } from './played';

const NEXT_TASK = ARNS.task.replace(/:\d+$/, ':8');
const time = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

/** Service deployments of the three revisions, the newest first. */
const ofOld: ServiceDeployment = { serviceDeploymentArn: 'sd/6', status: 'SUCCESSFUL', createdAt: time(-86_400) };
const ofNew: ServiceDeployment = { serviceDeploymentArn: 'sd/7', status: 'IN_PROGRESS', createdAt: time(-1) };
const ofNext: ServiceDeployment = { serviceDeploymentArn: 'sd/8', status: 'IN_PROGRESS', createdAt: time(20) };
const NEXT: Deployment = { ...NEW, id: 'ecs-svc/9', taskDefinition: NEXT_TASK, createdAt: time(20) };

const now = (seconds: number, deployments: readonly Deployment[], known: readonly ServiceDeployment[] | Unknown, counts: object = {}): ServiceNow =>
  at(seconds, { deployments: [...deployments], ...counts }, {}, { deployments: known });

const nextSteady = (known: readonly ServiceDeployment[] | Unknown): ServiceNow =>
  now(60, [{ ...NEXT, runningCount: 2, pendingCount: 0, rolloutState: 'COMPLETED' }], known);

describe('a deployment that another one replaces ends with 1, whatever becomes of the other one', () => {
  test.each<[string, readonly ServiceNow[], string]>([
    ['while it is under way', [
      now(0, [NEW, OLD], [ofNew, ofOld]),
      now(25, [NEXT, { ...NEW, status: 'ACTIVE' }, OLD], [ofNext, { ...ofNew, status: 'STOPPED', statusReason: 'A newer deployment started.' }, ofOld]),
    ], 'the deployment of web:7 was superseded by that of web:8: A newer deployment started\n'],
    ['between two looks, the other one being steady already', [
      now(0, [NEW, OLD], [ofNew, ofOld]), nextSteady([{ ...ofNext, status: 'SUCCESSFUL' }, { ...ofNew, status: 'STOPPED' }, ofOld]),
    ], 'the deployment of web:7 was superseded by that of web:8\n'],
    ['by so many that it is not listed any more', [
      now(0, [NEW, OLD], [ofNew, ofOld]), nextSteady([{ ...ofNext, status: 'SUCCESSFUL' }]),
    ], 'the deployment of web:7 was superseded by that of web:8\n'],
    ['where the deployments may not be read', [
      now(0, [NEW, OLD], new Unknown('denied')), nextSteady(new Unknown('denied')),
    ], 'the deployment of web:7 was superseded by that of web:8\n'],
    ['where ECS lists none', [now(0, [NEW, OLD], []), nextSteady([])], 'the deployment of web:7 was superseded by that of web:8\n'],
    ['by one of the same revision', [
      now(0, [NEW, OLD], [ofNew, ofOld]),
      now(25, [{ ...NEXT, taskDefinition: NEW.taskDefinition }, OLD], [ofNext, { ...ofNew, status: 'STOPPED' }, ofOld]),
    ], 'the deployment of web:7 was superseded by another one of it\n'],
    ['seen first when it was not listed yet', [
      now(0, [NEW, OLD], [ofOld]), now(25, [NEXT, OLD], [ofNext, { ...ofNew, status: 'STOPPED' }, ofOld]),
    ], 'the deployment of web:7 was superseded by that of web:8\n'],
  ])('%s', async (_, answers, reason) => {
    const { code, text } = await play(answers);
    expect(text).toContain(`✖ shop/web: ${reason}`);
    expect(code).toBe(1);
  });
});

describe('no deployment is taken for superseded', () => {
  test.each<[string, readonly ServiceNow[], number]>([
    ['whose stop is asked for and that is rolled back', [
      now(0, [NEW, OLD], [ofNew, ofOld]),
      now(5, [NEW, OLD], [{ ...ofNew, status: 'STOP_REQUESTED' }, ofOld]),
      now(10, [{ ...OLD, id: 'ecs-svc/9', status: 'PRIMARY' }, NEW], [{ ...ofNew, status: 'ROLLBACK_IN_PROGRESS' }, ofOld]),
      now(15, [{ ...OLD, id: 'ecs-svc/9', status: 'PRIMARY' }], [{ ...ofNew, status: 'ROLLBACK_SUCCESSFUL', statusReason: 'by the user' }, ofOld]),
    ], 1],
    ['that succeeded before another one began', [
      now(0, [NEW, OLD], [ofNew, ofOld]), now(25, [NEXT, NEW], [ofNext, { ...ofNew, status: 'SUCCESSFUL' }, ofOld]),
    ], 0],
    ['that was complete when the watch began', [
      now(0, [{ ...NEW, rolloutState: 'COMPLETED', runningCount: 1 }], [{ ...ofNew, status: 'SUCCESSFUL' }, ofOld], { runningCount: 1 }),
      now(25, [NEXT, NEW], [ofNext, { ...ofNew, status: 'SUCCESSFUL' }, ofOld]),
      nextSteady([{ ...ofNext, status: 'SUCCESSFUL' }, { ...ofNew, status: 'SUCCESSFUL' }, ofOld]),
    ], 0],
    ['that follows one that was rolled back, before it is listed', [
      now(0, [NEW, OLD], [{ ...ofOld, status: 'ROLLBACK_SUCCESSFUL' }]),
      now(60, [{ ...NEW, runningCount: 2, pendingCount: 0, rolloutState: 'COMPLETED' }], [{ ...ofNew, status: 'SUCCESSFUL' }]),
    ], 0],
    ['that follows one that was stopped, before it is listed', [
      now(0, [NEW, OLD], [{ ...ofOld, status: 'STOPPED' }]),
      now(60, [{ ...NEW, runningCount: 2, pendingCount: 0, rolloutState: 'COMPLETED' }], [{ ...ofNew, status: 'SUCCESSFUL' }]),
    ], 0],
  ])('%s', async (_, answers, code) => {
    const played = await play(answers);
    expect(played.text).not.toContain('superseded');
    expect(played.code).toBe(code);
    expect(played.slept).toBe((answers.length - 1) * 5_000);
  });
});
