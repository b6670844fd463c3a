import { known } from '../../facts/fact';
import type { Consequence } from '../consequence';
import { all, defineGotcha, each, type Result } from '../definition';

export const sclMinAboveMax = defineGotcha({
  id: 'scl-min-above-max',
  title: 'A scaling range that is upside down',
  consequence: 'rejected',
  symptom: 'Registering the scalable target fails with a `ValidationException` about its capacities.',
  why: 'Application Auto Scaling refuses a range whose minimum is above its maximum, on a scalable target while it deploys, on a schedule when its time comes.',
  rule: '`minCapacity` is no more than `maxCapacity`, in the scalable target and in each scheduled action.',
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
    () => each(known(scheduledRanges), (scheduled) =>
      range(` in scheduled action ${known(scheduled.name)}`, known(scheduled.minCapacity), known(scheduled.maxCapacity), 'misbehaves')),
  ),
});

function range(place: string, min: number | undefined, max: number | undefined, consequence?: Consequence): readonly Result[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ property: 'minCapacity', detail: `minCapacity (${min}) is above maxCapacity (${max})${place}`, consequence }];
}
