import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const sclDesiredOutsideRange = defineGotcha({
  id: 'scl-desired-outside-range',
  title: 'The desired count is outside of the scaling range',
  consequence: 'misbehaves',
  symptom: 'The service runs fewer tasks than its minimum, or more than its maximum, for hours.',
  why: 'Scaling in never lifts a count to the minimum, and scaling out never brings one down to the maximum: '
    + 'the service stays outside of its range until a policy moves it the other way.',
  rule: '`desiredCount` of a service that scales lies from `minCapacity` to `maxCapacity`.',
  fix: 'bring desiredCount between minCapacity and maxCapacity',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'service',
  needs: ['desiredCount', 'scaling'],
  check: ({ desiredCount, scaling }) => {
    if (desiredCount === undefined || !scaling) return [];
    const min = known(scaling.minCapacity);
    const max = known(scaling.maxCapacity);
    if (desiredCount >= min && desiredCount <= max) return [];
    return [{
      property: 'desiredCount',
      detail: `desiredCount (${desiredCount}) is outside of the scaling range, it goes from ${min} to ${max}`,
      fix: `set desiredCount to ${desiredCount < min ? min : max}, or widen the scaling range`,
    }];
  },
});
