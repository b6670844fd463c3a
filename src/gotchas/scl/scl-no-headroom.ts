import { known } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { all, defineGotcha, each, type Result } from '../definition';
import { isUtilization } from './metrics';

const HIGH_PERCENT = 90;
const SLOW_SECONDS = 300;

export const sclNoHeadroom = defineGotcha({
  id: 'scl-no-headroom',
  title: 'Scaling that comes too late for the load',
  consequence: 'misbehaves',
  symptom: 'At each peak requests fail for minutes until the new tasks answer.',
  why: 'New tasks take minutes from the alarm until they answer: a service kept at 90 percent has nothing left for that time, and one that waits long between two steps falls further behind.',
  rule: '`targetValue` of a utilization is below 90 percent. A `scaleOutCooldown` above 300 s, and a `maxCapacity` that is no more than `minCapacity`, are worth knowing only.',
  fix: 'lower the target to 80 percent or less, and scaleOutCooldown to what a task needs to start',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-autoscaling-best-practice.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies'],
  reads: ['minCapacity', 'maxCapacity'],
  check: ({ policies, minCapacity, maxCapacity }) => all(
    () => each(policies, (policy) => all(() => target(policy), () => cooldown(policy))),
    () => policies.length > 0 ? range(known(minCapacity), known(maxCapacity)) : [],
  ),
});

function target({ kind, metric, targetValue }: ScalingPolicyFacts): readonly Result[] {
  if (known(kind) !== 'target-tracking' || !isUtilization(known(metric))) return [];
  const percent = known(targetValue) ?? 0;
  // Above 100 percent it isn't late, it never comes.
  if (percent < HIGH_PERCENT || percent > 100) return [];
  return [{ property: 'targetValue', detail: `targetValue (${percent}) of ${known(metric)} leaves no room while new tasks start` }];
}

function cooldown({ scaleOutCooldownSeconds }: ScalingPolicyFacts): readonly Result[] {
  const seconds = known(scaleOutCooldownSeconds) ?? 0;
  if (seconds <= SLOW_SECONDS) return [];
  return [{ property: 'scaleOutCooldown', consequence: 'worth-knowing', detail: `scaleOutCooldown (${seconds} seconds) is the time between two steps of a rising load` }];
}

function range(min: number, max: number): readonly Result[] {
  if (min !== max) return [];
  return [{
    property: 'maxCapacity',
    consequence: 'worth-knowing',
    detail: `maxCapacity (${max}) is also the minCapacity, so that no policy moves the service`,
    fix: 'raise maxCapacity, or acknowledge this where the service is held on purpose',
  }];
}
