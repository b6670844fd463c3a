import { known, Unknown } from '../../facts/fact';
import type { ScheduledRangeFacts } from '../../facts/scaling';
import type { Consequence } from '../consequence';
import { all, defineGotcha, each, type Result } from '../definition';

export const sclMinAboveMax = defineGotcha({
  id: 'scl-min-above-max',
  title: 'A scaling range that is upside down',
  consequence: 'rejected',
  symptom: 'Registering the scalable target fails with a `ValidationException` about its capacities.',
  why: 'Application Auto Scaling refuses a range whose minimum is above its maximum, on a scalable target while it deploys, on a schedule when its time comes.',
  rule: '`minCapacity` is no more than `maxCapacity`, in the scalable target and in each scheduled action. An action has 1 of the two at least; one that has a `minCapacity` above the '
    + '`maxCapacity` of the scalable target and of all actions, or a `maxCapacity` below each `minCapacity`, is a warning.',
  fix: 'lower minCapacity or raise maxCapacity',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  levels: ['synth', 'live'],
  designedOut: 'Scaling parts compare the range they share before anything is deployed.',
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: [],
  reads: ['minCapacity', 'maxCapacity', 'scheduledRanges'],
  check: ({ minCapacity, maxCapacity, scheduledRanges }) => all(
    () => range('', known(minCapacity), known(maxCapacity)),
    // A schedule deploys, and is refused each time it is due.
    () => each(known(scheduledRanges), (scheduled) => [
      ...empty(scheduled),
      ...range(` in scheduled action ${nameOf(scheduled)}`, known(scheduled.minCapacity), known(scheduled.maxCapacity), 'misbehaves'),
    ]),
    () => each(known(scheduledRanges), (scheduled) => beyond(scheduled, known(scheduledRanges), known(minCapacity), known(maxCapacity))),
  ),
});

function empty(action: ScheduledRangeFacts): readonly Result[] {
  if (known(action.minCapacity) !== undefined || known(action.maxCapacity) !== undefined) return [];
  return [{
    property: 'scheduledActions',
    detail: `scheduled action (${nameOf(action)}) has neither minCapacity nor maxCapacity`,
    fix: 'set minCapacity or maxCapacity of the scheduled action',
  }];
}

/** Reports a bound that no range of the app leaves room for. */
function beyond(action: ScheduledRangeFacts, actions: readonly ScheduledRangeFacts[], min: number, max: number): readonly Result[] {
  const [own, other] = [known(action.minCapacity), known(action.maxCapacity)];
  const [property, consequence] = ['scheduledActions', 'misbehaves'] as const;
  if (own !== undefined && other === undefined) {
    const most = Math.max(max, ...actions.map(({ maxCapacity }) => known(maxCapacity) ?? max));
    if (own > most) return [{ property, consequence, detail: `minCapacity (${own}) of scheduled action ${nameOf(action)} is above each maxCapacity, of which the highest is ${most}`, fix: 'set maxCapacity of the scheduled action too' }];
  }
  if (other !== undefined && own === undefined) {
    const least = Math.min(min, ...actions.map(({ minCapacity }) => known(minCapacity) ?? min));
    if (other < least) return [{ property, consequence, detail: `maxCapacity (${other}) of scheduled action ${nameOf(action)} is below each minCapacity, of which the lowest is ${least}`, fix: 'set minCapacity of the scheduled action too' }];
  }
  return [];
}

function nameOf({ name }: ScheduledRangeFacts): string {
  return name instanceof Unknown ? 'without a name' : name;
}

function range(place: string, min: number | undefined, max: number | undefined, consequence?: Consequence): readonly Result[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ property: 'minCapacity', detail: `minCapacity (${min}) is above maxCapacity (${max})${place}`, consequence }];
}
