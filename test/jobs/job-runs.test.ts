import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Duration } from 'aws-cdk-lib/core';
import { JobWorld, type Outcome } from './job-world';
import { EventJob, JobOverlap, OneOffTask, ScheduledJob, type EventJobProps, type ScheduledJobProps } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';
import { definitionIn } from '../support/step-functions';

const HOURLY = scheduler.ScheduleExpression.rate(Duration.hours(1));
const FIRST = { scheduledTime: '2026-03-22T18:00:00Z' };
const SECOND = { scheduledTime: '2026-03-22T19:00:00Z' };

function scheduled(props: Partial<ScheduledJobProps> = {}, ...outcomes: Outcome[]): JobWorld {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE });
  const job = new ScheduledJob(stack, 'Job', { task, schedule: HOURLY, timeout: Duration.minutes(10), ...props });
  return new JobWorld(definitionIn(job), ...outcomes);
}

function onEvent(props: Partial<EventJobProps> = {}, ...outcomes: Outcome[]): JobWorld {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE });
  const eventPattern = { source: ['aws.s3'] };
  const job = new EventJob(stack, 'Job', { task, eventPattern, timeout: Duration.minutes(10), ...props });
  return new JobWorld(definitionIn(job), ...outcomes);
}

describe('a run of a ScheduledJob', () => {
  test('succeeds with the task, and releases the lock', async () => {
    const world = scheduled();
    expect(await world.run(FIRST)).toMatchObject({ succeeded: true, states: ['IsScheduled', 'Lock', 'Run', 'Unlock', 'Succeeded'] });
    expect([...world.items.values()]).toEqual([FIRST]);
  });

  test('fails with exit code 1, once, and releases the lock', async () => {
    const world = scheduled({}, 'exit 1');
    expect(await world.run(FIRST)).toMatchObject({ succeeded: false, error: expect.stringContaining('EssentialContainerExited') });
    expect(world.runs).toHaveLength(1);
    expect([...world.items.values()]).toEqual([FIRST]);
    expect(await world.run(SECOND)).toMatchObject({ succeeded: true });
  });

  test('asks again where there is no room, and runs the work once', async () => {
    const world = scheduled({}, 'no room', 'throttled');
    expect(await world.run(FIRST)).toMatchObject({ succeeded: true });
    expect(world.asked).toBe(3);
    expect(world.runs).toHaveLength(1);
  });

  test('ends where there is never room', async () => {
    const world = scheduled({ placementRetries: 2, retries: 3 }, ...Array<Outcome>(9).fill('no room'));
    expect(await world.run(FIRST)).toMatchObject({ succeeded: false });
    expect(world.asked).toBe(3);
  });

  test.each<Outcome>(['exit 1', 'too long'])('repeats work that ends with %s as often as it may', async (outcome) => {
    const world = scheduled({ retries: 2 }, 'no room', outcome, outcome, outcome, outcome);
    expect(await world.run(FIRST)).toMatchObject({ succeeded: false });
    expect(world.runs).toHaveLength(3);
    expect([...world.items.values()]).toEqual([FIRST]);
  });

  test('is stopped when it takes longer than its timeout', async () => {
    const world = scheduled({ timeout: Duration.seconds(1) });
    world.meanwhile = async () => new Promise((resolve) => { setTimeout(resolve, 1500); });
    expect(await world.run(FIRST)).toMatchObject({ succeeded: false, states: expect.arrayContaining(['UnlockAfterFailure']) });
  });

  test('is skipped while an earlier one is not over', async () => {
    const world = scheduled();
    let second;
    world.meanwhile = async () => { second ??= await world.run(SECOND); };
    expect(await world.run(FIRST)).toMatchObject({ succeeded: true });
    expect(second).toMatchObject({ succeeded: true, states: expect.arrayContaining(['Skipped']) });
    expect(world.runs).toHaveLength(1);
  });

  test('does not count as a success when it is skipped', async () => {
    const world = scheduled({ expectWithin: Duration.hours(2) });
    let second;
    world.meanwhile = async () => { second ??= await world.run(SECOND); };
    await world.run(FIRST);
    expect(second).toMatchObject({ succeeded: true });
    expect(world.successes).toBe(1);
  });

  test('runs once for one scheduled time, however often it is delivered', async () => {
    const world = scheduled();
    await world.run(FIRST);
    expect(await world.run(FIRST)).toMatchObject({ succeeded: true, states: expect.arrayContaining(['Skipped']) });
    expect(await world.run(SECOND)).toMatchObject({ succeeded: true, states: expect.arrayContaining(['Run']) });
    expect(world.runs).toHaveLength(2);
  });

  test.each(['ABORTED', undefined])('takes the lock of a run that is %s', async (status) => {
    const world = scheduled();
    await world.run(FIRST, 'earlier');
    for (const item of world.items.values()) item.owner = 'execution:stopped';
    if (status) world.executions.set('execution:stopped', status);
    expect(await world.run(SECOND)).toMatchObject({ succeeded: true, states: expect.arrayContaining(['ClearLock', 'Run']) });
    expect([...world.items.values()]).toEqual([SECOND]);
  });

  test('may be started by hand, more than once', async () => {
    const world = scheduled();
    await world.run(FIRST);
    expect(await world.run({})).toMatchObject({ succeeded: true, states: expect.arrayContaining(['LockByHand', 'Run', 'Unlock']) });
    expect(await world.run({})).toMatchObject({ succeeded: true });
    expect(world.runs).toHaveLength(3);
  });

  test('knows its scheduled time', async () => {
    const world = scheduled({ environment: { DAY: sfn.JsonPath.stringAt('$.scheduledTime') } });
    await world.run(FIRST);
    expect(world.runs).toEqual([{ DAY: FIRST.scheduledTime }]);
  });

  test('runs beside an earlier one where it may', async () => {
    const world = scheduled({ overlap: JobOverlap.allow() });
    let second;
    world.meanwhile = async () => {
      world.meanwhile = undefined;
      second = await world.run(SECOND);
    };
    expect(await world.run(FIRST)).toMatchObject({ succeeded: true, states: ['Run', 'Succeeded'] });
    expect(second).toMatchObject({ succeeded: true, states: ['Run', 'Succeeded'] });
    expect(world.runs).toHaveLength(2);
  });
});

describe('a run of an EventJob', () => {
  const event = { id: 'e1', detail: { object: { key: 'a.png', size: 42 } } };
  const delivery = { delivery: { id: 'e1', event } };

  test('starts once under the id of the event, however often it is delivered', async () => {
    const world = onEvent();
    expect(await world.run(delivery)).toMatchObject({ succeeded: true, states: ['IsDelivery', 'StartOnce', 'Delivered'] });
    expect(await world.run(delivery)).toMatchObject({ succeeded: true, states: ['IsDelivery', 'StartOnce', 'Delivered'] });
    expect(world.started).toEqual([{ name: 'e1', input: event }]);
    expect(world.runs).toEqual([]);
  });

  test.each(['StepFunctions.ExecutionLimitExceededException', 'StepFunctions.AccessDeniedException'])('is a dead letter if the start ends with %s', async (fault) => {
    const world = onEvent();
    world.startFault = fault;
    expect(await world.run(delivery)).toMatchObject({ succeeded: false, error: expect.stringContaining(fault), states: ['IsDelivery', 'StartOnce', 'DeadLetter', 'NotStarted'] });
    expect(world.deadLetters).toEqual([event]);
  });

  test('has the event as its input', async () => {
    const world = onEvent({ environment: { MODE: 'fast' }, environmentFromEvent: { KEY: '$.detail.object.key', SIZE: '$.detail.object.size' } });
    expect(await world.run(event, 'e1')).toMatchObject({ succeeded: true, states: ['IsDelivery', 'Run', 'Succeeded'] });
    expect(world.runs).toEqual([{ MODE: 'fast', KEY: 'a.png', SIZE: '42' }]);
  });

  test('fails with the task', async () => {
    expect(await onEvent({}, 'exit 1').run(event, 'e1')).toMatchObject({ succeeded: false });
    expect(await onEvent({}, 'no room', 'no room').run(event, 'e1')).toMatchObject({ succeeded: true });
  });
});
