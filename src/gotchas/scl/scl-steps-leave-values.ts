import { known, Unknown } from '../../facts/fact';
import type { ScalingPolicyFacts, StepFacts } from '../../facts/scaling';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';

export const sclStepsLeaveValues = defineGotcha({
  id: 'scl-steps-leave-values',
  title: 'Steps with a gap, an overlap or no end',
  consequence: 'rejected',
  symptom: 'The policy fails to create, or its alarm fires and reports `No step adjustment found for metric value`.',
  why: 'Bounds of steps are distances from the threshold of the alarm. Application Auto Scaling refuses ranges that overlap, leave a gap or end at a number on the side on which they have steps. '
    + 'Steps on the other side of the threshold than the alarm fires on are accepted and never apply.',
  rule: 'The steps of a policy follow on each other, the lowest without a lower bound if it is below the threshold, the highest without an upper one if it is above. At least 1 step is on the side of the '
    + 'threshold on which the alarm fires.',
  fix: 'let each step begin where the one before ends, and leave out the last bound',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html',
  levels: ['synth'],
  designedOut: '`StepScaling` takes the lowest value of each step, and writes both bounds.',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, (policy) => known(policy.kind) === 'step' ? check(policy) : []),
});

interface Range {
  readonly from: number;
  readonly to: number;
}

function check(policy: ScalingPolicyFacts): readonly Result[] {
  const ranges = known(policy.steps).map(rangeOf).sort((one, other) => one.from - other.from || one.to - other.to);
  const wrong = unfit(policy, ranges);
  return wrong ? [wrong] : all(() => onOtherSide(policy, ranges));
}

function rangeOf({ lowerBound, upperBound }: StepFacts): Range {
  return { from: known(lowerBound) ?? -Infinity, to: known(upperBound) ?? Infinity };
}

function unfit(policy: ScalingPolicyFacts, ranges: readonly Range[]): Finding | undefined {
  const next = ranges.findIndex(({ from }, index) => index > 0 && from !== ranges[index - 1].to);
  if (next > 0) {
    const [before, after] = [ranges[next - 1], ranges[next]];
    const how = after.from > before.to ? 'leave a gap' : 'overlap';
    return found(policy, `steps (${written(before)} and ${written(after)}) ${how}`);
  }
  const [lowest, highest] = [ranges.at(0), ranges.at(-1)];
  if (!lowest || !highest) return undefined;
  const infinite = ranges.length === 1 && lowest.from === -Infinity && highest.to === Infinity;
  if (infinite) return found(policy, 'steps (one without bounds) have nothing to do with the threshold', 'set the lower bound to 0 where the alarm fires above its threshold, and the upper one where it fires below');
  if (lowest.from < 0 && lowest.from !== -Infinity) return found(policy, `steps (from ${lowest.from} on) leave the values below out`, 'leave out the lower bound of the lowest step');
  if (highest.to > 0 && highest.to !== Infinity) return found(policy, `steps (up to ${highest.to}) leave the values above out`, 'leave out the upper bound of the highest step');
  return undefined;
}

function onOtherSide(policy: ScalingPolicyFacts, ranges: readonly Range[]): readonly Result[] {
  const alarm = known(policy.alarm);
  const comparison = alarm && known(alarm.comparison);
  if (comparison === undefined || ranges.length === 0) return [];
  const [isAbove, isBelow] = [/^GreaterThan(OrEqualTo)?Threshold$/.test(comparison), /^LessThan(OrEqualTo)?Threshold$/.test(comparison)];
  if (isAbove && ranges.every(({ to }) => to <= 0)) {
    return [{ ...found(policy, `steps (up to ${ranges.at(-1)!.to}) are below the threshold, and the alarm fires above it`, 'set the lower bound of the step to 0, and leave out the upper one'), consequence: 'never-works' }];
  }
  if (!isBelow || !ranges.every(({ from }) => from >= 0)) return [];
  return [{ ...found(policy, `steps (from ${ranges[0].from} on) are above the threshold, and the alarm fires below it`, 'set the upper bound of the step to 0, and leave out the lower one'), consequence: 'never-works' }];
}

function written({ from, to }: Range): string {
  return `${from === -Infinity ? '…' : from} to ${to === Infinity ? '…' : to}`;
}

function found({ name }: ScalingPolicyFacts, detail: string, fix?: string): Finding {
  return { property: name instanceof Unknown || name === undefined ? 'policies' : `policies[${name}].steps`, detail, fix };
}
