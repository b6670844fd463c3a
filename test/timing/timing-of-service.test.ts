import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';
import { CpuTargetScaling, Deployment, FargateWebService, FargateWorkerService, Ingress } from '../../src';
import { containerFacts } from '../../src/facts/container';
import { Unknown } from '../../src/facts/fact';
import { serviceFacts, type ServiceFacts } from '../../src/facts/service';
import { targetGroupFacts } from '../../src/facts/target-group';
import { taskFacts } from '../../src/facts/task';
import { readSubjects } from '../../src/readers/subjects';
import { timingOfService, timingTable, type DeploymentTime } from '../../src/timing';
import { IMAGE, testCluster, testStack, tokens } from '../support/stacks';

function serviceOf(stack: Stack): ServiceFacts {
  const subject = readSubjects([{ id: 'template', body: Template.fromStack(stack).toJSON() }]).find(({ kind }) => kind === 'service');
  return subject!.facts as ServiceFacts;
}

function web(stack: Stack, props: object = {}): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...props });
}

/** A service with known facts, valid except for the arguments. */
function facts(given: Partial<ServiceFacts> = {}): ServiceFacts {
  const container = { essential: true, healthCheck: undefined, stopTimeoutSeconds: undefined };
  const targetGroup = targetGroupFacts({
    protocol: 'HTTP',
    healthCheckIntervalSeconds: undefined,
    healthyThreshold: undefined,
    unhealthyThreshold: undefined,
    deregistrationDelaySeconds: undefined,
  });
  const unsaid = new Unknown('not said');
  return serviceFacts({
    controller: 'ECS',
    strategy: 'ROLLING',
    schedulingStrategy: 'REPLICA',
    lifecycleHooks: [],
    earlySuccess: undefined,
    desiredCount: 10,
    scaling: undefined,
    minHealthyPercent: undefined,
    maxHealthyPercent: undefined,
    bakeTimeMinutes: undefined,
    linear: undefined,
    canary: undefined,
    task: taskFacts({ containers: [containerFacts(container)] }),
    loadBalancers: [{
      targetGroup,
      isClassic: false,
      attachedFirst: unsaid,
      containerName: unsaid,
      containerPort: unsaid,
      alternateTargetGroup: unsaid,
      productionRoute: unsaid,
      testRoute: undefined,
      hasShiftRole: unsaid,
    }],
    ...given,
  });
}

function timeOf(service: ServiceFacts): DeploymentTime {
  const time = timingOfService(service);
  if (time instanceof Unknown) throw new Error(time.reason);
  return time;
}

test('the defaults of a web service', () => {
  const stack = testStack();
  web(stack, { desiredCount: 10 });
  expect(timeOf(serviceOf(stack))).toMatchObject({
    waves: 1, healthy: { atMost: 15 }, drain: { atMost: 30 }, stop: { atMost: 30 }, atLeast: 67, atMost: 105,
  });
});

test('settings of a service', () => {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: IMAGE,
    desiredCount: 4,
    deployment: Deployment.rolling({ minHealthyPercent: 50, maxHealthyPercent: 100 }),
    healthCheck: { command: ['true'] },
    sidecars: [{ containerName: 'slow', image: IMAGE, essential: false, healthCheck: { command: ['true'] } }],
  });
  expect(timeOf(serviceOf(stack))).toMatchObject({ waves: 2, healthy: { atLeast: 60, atMost: 60 }, drain: { atMost: 0 }, stop: { atMost: 30 } });
});

test('the fewest tasks that scaling leaves', () => {
  const stack = testStack();
  const service = web(stack, { deployment: Deployment.rolling({ maxHealthyPercent: 150 }) });
  new CpuTargetScaling(stack, 'Scaling', { service, minCapacity: 4, maxCapacity: 10 });
  expect(timeOf(serviceOf(stack)).waves).toBe(2);
});

test('defaults of AWS', () => {
  expect(timeOf(facts())).toMatchObject({ waves: 1, healthy: { atLeast: 5, atMost: 35 }, drain: { atMost: 300 }, stop: { atMost: 30 } });
  expect(timeOf(facts({ strategy: 'LINEAR' })).shift.atMost).toBe(9 * 6 * 60);
  expect(timeOf(facts({ strategy: 'CANARY' })).shift.atMost).toBe(10 * 60);
  expect(timeOf(facts({ strategy: 'BLUE_GREEN', bakeTimeMinutes: 5 })).shift.atMost).toBe(5 * 60);
});

test('steps of the traffic that are set', () => {
  expect(timeOf(facts({ strategy: 'LINEAR', linear: { percent: 25, bakeTimeMinutes: 2 }, bakeTimeMinutes: 1 })).shift.atMost).toBe(3 * 120 + 60);
  expect(timeOf(facts({ strategy: 'CANARY', canary: { percent: 1, bakeTimeMinutes: 3 }, bakeTimeMinutes: 1 })).shift.atMost).toBe(180 + 60);
});

test('early success leaves the old tasks only if that is set', () => {
  const earlySuccess = (cleanup: string) => ({ enabled: true, healthyPercent: 100, cleanup });
  expect(timeOf(facts({ earlySuccess: earlySuccess('DEFERRED') })).drain.atMost).toBe(0);
  expect(timeOf(facts({ earlySuccess: earlySuccess('BLOCKING') })).drain.atMost).toBe(300);
});

describe('is not known', () => {
  test.each<[string, Partial<ServiceFacts>]>([
    ['another deployment controller than that of ECS decides it', { controller: 'CODE_DEPLOY' }],
    ['a daemon has as many tasks as there are instances', { schedulingStrategy: 'DAEMON' }],
    ['a deployment with lifecycle hooks takes as long as they do', {
      lifecycleHooks: [{ targetType: 'PAUSE', stages: [], hasTarget: false, hasRole: false, timeoutMinutes: undefined }],
    }],
    ['no deployment can start or stop a task within the healthy percentages', { maxHealthyPercent: 100 }],
    ['it is a parameter', { desiredCount: new Unknown('it is a parameter') }],
  ])('because %s', (reason, given) => {
    expect(timingOfService(facts(given))).toEqual(new Unknown(reason));
  });

  test('where a token decides', () => {
    const stack = testStack();
    web(stack, { deployment: Deployment.rolling({ maxHealthyPercent: tokens(stack).number }) });
    expect(timingOfService(serviceOf(stack))).toBeInstanceOf(Unknown);
  });
});

test('the table lines up, and marks unknown parts', () => {
  const table = timingTable([
    { name: 'Shop/Web', time: timeOf(facts()) },
    { name: 'Shop/Api', time: timeOf(facts({ strategy: 'LINEAR' })) },
    { name: 'Shop/Agent', time: timingOfService(facts({ schedulingStrategy: 'DAEMON' })) },
  ]);
  expect(`\n${table}\n`).toBe(`
deployment of  waves  start  healthy   shift  drain    stop                     in all
Shop/Web           1   30 s   5-35 s     0 s  5 min  2-30 s    5 min 37 s - 6 min 35 s
Shop/Api           1   30 s   5-35 s  54 min  5 min  2-30 s  59 min 37 s - 60 min 35 s
Shop/Agent: not known, because a daemon has as many tasks as there are instances
estimated: 30 s to start a task, 5 s until it answers, 2 s to end it
`);
});
