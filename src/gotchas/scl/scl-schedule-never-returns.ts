import { known, Unknown } from '../../facts/fact';
import type { ScheduledRangeFacts } from '../../facts/scaling';
import { all, defineGotcha, type Result } from '../definition';

export const sclScheduleNeverReturns = defineGotcha({
  id: 'scl-schedule-never-returns',
  title: 'A schedule that changes the range once and for good',
  consequence: 'misbehaves',
  symptom: 'After the first evening the service never runs more tasks again, or after the first morning never fewer.',
  why: 'A scheduled action sets the range, which holds until another one sets it again: nothing ends by itself.',
  rule: 'Where a scheduled action has a `minCapacity` above that of the scalable target, another one has a lower one; where one has a `maxCapacity` '
    + 'below, another one has a higher one.',
  fix: 'add a scheduled action that sets the range back',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['scheduledRanges'],
  reads: ['minCapacity', 'maxCapacity'],
  check: ({ scheduledRanges, minCapacity, maxCapacity }) => scheduledRanges.length === 0 ? [] : all(
    () => neverLowered(scheduledRanges, known(minCapacity)),
    () => neverRaised(scheduledRanges, known(maxCapacity)),
  ),
});

function neverLowered(actions: readonly ScheduledRangeFacts[], from: number): readonly Result[] {
  const highest = furthest(actions, 'minCapacity', (one, other) => one > other);
  if (!highest || highest.value <= from || hasOther(actions, 'minCapacity', (value) => value < highest.value)) return [];
  return [{ property: 'minCapacity', detail: `minCapacity (${highest.value}) of scheduled action ${highest.name} is never lowered again` }];
}

function neverRaised(actions: readonly ScheduledRangeFacts[], from: number): readonly Result[] {
  const lowest = furthest(actions, 'maxCapacity', (one, other) => one < other);
  if (!lowest || lowest.value >= from || hasOther(actions, 'maxCapacity', (value) => value > lowest.value)) return [];
  return [{ property: 'maxCapacity', detail: `maxCapacity (${lowest.value}) of scheduled action ${lowest.name} is never raised again` }];
}

type Bound = 'minCapacity' | 'maxCapacity';

interface Furthest {
  readonly name: string;
  readonly value: number;
}

function furthest(actions: readonly ScheduledRangeFacts[], bound: Bound, isFurther: (one: number, other: number) => boolean): Furthest | undefined {
  let found: Furthest | undefined;
  for (const action of actions) {
    const value = known(action[bound]);
    if (value !== undefined && (!found || isFurther(value, found.value))) found = { name: nameOf(action), value };
  }
  return found;
}

function hasOther(actions: readonly ScheduledRangeFacts[], bound: Bound, isOther: (value: number) => boolean): boolean {
  return actions.some((action) => {
    const value = known(action[bound]);
    return value !== undefined && isOther(value);
  });
}

function nameOf({ name }: ScheduledRangeFacts): string {
  return name instanceof Unknown ? 'without a name' : name;
}
