import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { TimeZone } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { CpuTargetScaling, ScheduledScaling, type ScheduledScalingAction, type ScheduledScalingProps } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only, scalesOnce } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notWithin, options } from './support/scalars';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface ScheduleCase extends Omit<ScheduledScalingProps, 'service'> {
  readonly beside?: boolean;
}

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const MORNING = Schedule.cron({ hour: '7', minute: '0' });

const schedule: Subject<ScheduleCase> = {
  build: (scope, id, { beside, ...props }, world, given) => {
    const service = smallWorker(given, world);
    if (beside) new CpuTargetScaling(given, 'Beside', { service });
    new ScheduledScaling(scope, id, { ...props, service });
  },
  holds: (resources, { actions }) => {
    scalesOnce(resources);
    const { ScheduledActions: scheduled } = only(ofType(resources, TARGET)).Properties;
    expect(scheduled).toHaveLength(actions.length);
    expect(new Set(scheduled.map(({ ScheduledActionName }: { ScheduledActionName: string }) => ScheduledActionName)).size).toBe(actions.length);
    actions.forEach(({ minCapacity, maxCapacity }, index) => {
      const { MinCapacity: min, MaxCapacity: max } = scheduled[index].ScalableTargetAction;
      for (const [set, written] of [[minCapacity, min], [maxCapacity, max]]) {
        // A token is another export at deployment.
        if (typeof written === 'object') expect(written).toHaveProperty('Fn::ImportValue');
        else expect(written).toBe(set);
      }
    });
  },
};

/** Each floor is below each ceiling, so that the actions may run in any order. The range is 2 to 10 where it is left out. */
const cases: fc.Arbitrary<ScheduleCase> = fc.integer({ min: 2, max: 10 }).chain((between) => {
  const bounds = { minCapacity: fc.integer({ min: 0, max: between }), maxCapacity: fc.integer({ min: between, max: 5000 }) };
  const action = options<Omit<ScheduledScalingAction, 'schedule'>>({ ...bounds, timeZone: fc.constantFrom(TimeZone.ETC_UTC, TimeZone.EUROPE_BERLIN) })
    .filter(({ minCapacity, maxCapacity }) => minCapacity !== undefined || maxCapacity !== undefined);
  const when = fc.constantFrom(MORNING, Schedule.expression('rate(12 hours)'), Schedule.expression('at(2030-01-01T00:00:00)'));
  const actions = fc.array(fc.tuple(action, when).map(([range, at]) => ({ ...range, schedule: at })), { minLength: 1, maxLength: 6 });
  return fc.tuple(actions, options<Omit<ScheduleCase, 'actions'>>({ ...bounds, beside: fc.boolean() })).map(([all, range]) => ({ ...range, actions: all }));
});

function acts(actions: Array<Omit<ScheduledScalingAction, 'schedule'>>): ScheduledScalingAction[] {
  return actions.map((action) => ({ ...action, schedule: MORNING }));
}

const broken: readonly Breakage<ScheduleCase>[] = [
  (valid) => fc.constantFrom(0, 201, 500).map((length) => ({
    rule: 'no actions, or too many', one: { ...valid, actions: acts(Array.from({ length }, () => ({ minCapacity: 1 }))) }, says: ['actions', String(length)],
  })),
  (valid) => fc.constant({ rule: 'an action of nothing', one: { ...valid, actions: [...valid.actions, ...acts([{}])] }, says: [`actions[${valid.actions.length}]`] }),
  (valid) => fc.tuple(fc.constantFrom('minCapacity' as const, 'maxCapacity' as const), notWithin(0, 2147483647)).map(([bound, count]) => ({
    rule: 'no number of tasks', one: { ...valid, actions: acts([{ [bound]: count }]) }, says: [`actions[0].${bound}`, String(count)],
  })),
  (valid) => fc.integer({ min: 1, max: 100 }).map((low) => ({
    rule: 'an action upside down', one: { ...valid, actions: acts([{ minCapacity: low + 1, maxCapacity: low }]) }, says: ['actions[0]', String(low + 1), String(low)],
  })),
  (valid) => fc.integer({ min: 11, max: 100 }).map((high) => ({
    rule: 'a floor above the ceiling of another action',
    one: { ...valid, minCapacity: 1, maxCapacity: 200, actions: acts([{ minCapacity: high }, { maxCapacity: high - 1 }]) },
    says: ['minCapacity', String(high), 'maxCapacity', String(high - 1)],
  })),
  (valid) => fc.integer({ min: 11, max: 100 }).map((high) => ({
    rule: 'a floor above the range', one: { ...valid, maxCapacity: 10, actions: acts([{ minCapacity: high }]) }, says: ['actions[0]', String(high), '10'],
  })),
  sets<ScheduleCase>('minCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
  sets<ScheduleCase>('maxCapacity', fc.constantFrom(-1, 1.5, NaN, 2147483648)),
];

propertiesOf('ScheduledScaling', schedule, cases, broken);
