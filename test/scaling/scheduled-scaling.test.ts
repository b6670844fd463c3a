import { Template } from 'aws-cdk-lib/assertions';
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { TimeZone } from 'aws-cdk-lib/core';
import { scalingIn, TARGET, worker } from './scaled';
import { CpuTargetScaling, ScheduledScaling, type ScheduledScalingProps } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { templateWithoutTokens, testStack, tokens } from '../support/stacks';

const morning = Schedule.cron({ hour: '7', minute: '0' });
const evening = Schedule.cron({ hour: '19', minute: '0' });

test('a day at the office synthesizes its recorded template', () => {
  const stack = testStack();
  const { scalableTarget } = new ScheduledScaling(stack, 'Office', {
    service: worker(stack),
    actions: [{ schedule: morning, minCapacity: 6, timeZone: TimeZone.EUROPE_BERLIN }, { schedule: evening, minCapacity: 2 }],
  });
  expect(scalingIn(stack)).toMatchSnapshot();
  expect(scalableTarget.minCapacity).toBe(2);
});

test('two of them, and scaleOnSchedule of the L2, are on one target', () => {
  const stack = testStack();
  const service = worker(stack);
  new ScheduledScaling(stack, 'Day', { service, actions: [{ schedule: morning, minCapacity: 6 }] });
  service.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnSchedule('Night', { schedule: evening, minCapacity: 2 });
  new ScheduledScaling(stack, 'Sale', { service, actions: [{ schedule: Schedule.expression('at(2030-01-01T00:00:00)'), minCapacity: 8 }] });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources(TARGET));
  const names = Properties.ScheduledActions.map(({ ScheduledActionName }: { ScheduledActionName: string }) => ScheduledActionName);
  expect(names).toHaveLength(3);
  expect(new Set(names).size).toBe(3);
});

test.each<[string, Partial<ScheduledScalingProps>, string]>([
  ['no actions', { actions: [] }, 'actions has 0, it must have 1 to 200'],
  ['an action of nothing', { actions: [{ schedule: morning }] }, 'actions[0] changes neither minCapacity nor maxCapacity'],
  ['a schedule of five fields', { actions: [{ schedule: Schedule.expression('cron(0 7 * * MON)'), minCapacity: 2 }] }, 'actions[0].schedule (cron(0 7 * * MON)) must be rate'],
  ['half a task', { actions: [{ schedule: morning, minCapacity: 0.5 }] }, 'actions[0].minCapacity is 0.5 tasks'],
  ['an action upside down', { actions: [{ schedule: morning, minCapacity: 5, maxCapacity: 2 }] }, 'actions[0] leaves minCapacity at 5, above maxCapacity, which is 2 then'],
  ['a floor above the range', { maxCapacity: 4, actions: [{ schedule: morning, minCapacity: 5 }] }, 'actions[0] leaves minCapacity at 5, above maxCapacity, which is 4 then'],
  ['a cap below the floor of another action', {
    maxCapacity: 20, actions: [{ schedule: morning, minCapacity: 6 }, { schedule: evening, maxCapacity: 4 }],
  }, 'leaves minCapacity at 6, above maxCapacity, which is 4 then'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const service = worker(stack);
  expect(refusalOf(stack, 'Office', (scope, id) => new ScheduledScaling(scope, id, { service, actions: [], ...props }))).toContain(words);
});

test('actions that set both ends are allowed in any order', () => {
  const stack = testStack();
  const actions = [{ schedule: morning, minCapacity: 6, maxCapacity: 20 }, { schedule: evening, minCapacity: 1, maxCapacity: 4 }];
  new ScheduledScaling(stack, 'Office', { service: worker(stack), minCapacity: 1, maxCapacity: 4, actions });
  Template.fromStack(stack).resourceCountIs(TARGET, 1);
});

test('a range that comes later is checked with the actions too', () => {
  const stack = testStack();
  const service = worker(stack);
  new ScheduledScaling(stack, 'Office', { service, actions: [{ schedule: morning, minCapacity: 8 }] });
  new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 6 });
  expect(messageOf(() => Template.fromStack(stack))).toContain('actions[0] leaves minCapacity at 8, above maxCapacity, which is 6 then [scl-min-above-max]');
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  new ScheduledScaling(stack, 'Office', { service: worker(stack), minCapacity: number, actions: [{ schedule: morning, minCapacity: number, maxCapacity: 1 }] });
  templateWithoutTokens(stack).resourceCountIs(TARGET, 1);
});
