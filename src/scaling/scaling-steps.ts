import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Token } from 'aws-cdk-lib/core';
import type { ScalingStep } from './scaling-step';
import { refuse } from '../gotchas/enforce';

/** The steps of one direction, from the threshold outwards. */
export interface Direction {
  readonly threshold: number;
  readonly steps: readonly ScalingStep[];
}

export interface Directions {
  readonly out: Direction;
  readonly in?: Direction;
}

const DOCS = 'https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html';
const MOST_STEPS = 20;

/** Sorts steps into those that add tasks and those that remove tasks, and throws for impossible ones. */
export function directionsOf(at: string, steps: readonly ScalingStep[], disableScaleIn: boolean): Directions {
  const wrong = (headline: string, fix: string): never => refuse({ headline, at, property: 'steps', fix, docs: DOCS });
  steps.forEach((step, index) => {
    if ([step.lower, step.upper, step.change].some((value) => Token.isUnresolved(value))) {
      wrong(`steps[${index}] has a token, its values must be known at synthesis, where steps are put in order`, 'write the values of the steps');
    }
    if (!Number.isInteger(step.change) || step.change === 0) {
      wrong(`steps[${index}] has a change of ${step.change}, it must be a whole number other than 0`, 'leave out the values at which nothing changes');
    }
    if ([step.lower, step.upper].some((bound) => bound !== undefined && !Number.isFinite(bound)) || low(step) >= high(step)) {
      wrong(`steps[${index}] is from ${low(step)} to ${high(step)}, lower must be below upper`, 'set lower below upper, and leave out an end that has no limit');
    }
  });
  const sorted = [...steps].sort((one, other) => low(one) - low(other));
  const [adding, removing] = [sorted.filter(({ change }) => change > 0), sorted.filter(({ change }) => change < 0)];
  checkNeighbours(wrong, sorted, removing.length);
  if (adding.length === 0) wrong('steps (none that adds tasks) only remove tasks', 'add a step with a change above 0');
  if (removing.length === 0 && !disableScaleIn) wrong('steps (none that removes tasks) only add tasks', 'add a step with a change below 0, or set disableScaleIn to true');
  if (removing.length > 0 && disableScaleIn) wrong(`steps (${removing.length} that remove tasks) contradict disableScaleIn`, 'remove them, or disableScaleIn');
  if (adding.at(-1)!.upper !== undefined) wrong(`steps end at ${high(adding.at(-1)!)}, where the need is greatest`, 'leave out upper of the last step');
  if (removing[0]?.lower !== undefined) wrong(`steps begin at ${low(removing[0])}, where the need is least`, 'leave out lower of the first step');
  for (const direction of [adding, removing]) {
    if (direction.length > MOST_STEPS) wrong(`steps has ${direction.length} in one direction, a policy takes ${MOST_STEPS}`, 'use fewer steps');
  }
  return {
    out: { threshold: finite(wrong, low(adding[0])), steps: adding },
    ...removing.length > 0 && { in: { threshold: finite(wrong, high(removing.at(-1)!)), steps: removing } },
  };
}

type Wrong = (headline: string, fix: string) => never;

/** Between steps that remove tasks and steps that add them, there may be values at which nothing changes. */
function checkNeighbours(wrong: Wrong, sorted: readonly ScalingStep[], removing: number): void {
  sorted.slice(1).forEach((step, index) => {
    const before = sorted[index];
    if (high(before) > low(step)) wrong(`steps overlap from ${low(step)} to ${Math.min(high(before), high(step))}`, 'let each step begin where the one before it ends');
    if (before.change > 0 && step.change < 0) wrong(`steps add tasks below ${low(step)} and remove them above`, 'remove tasks at the lower values: use a metric that falls as tasks are added');
    if (high(before) < low(step) && index + 1 !== removing) wrong(`steps leave a gap from ${high(before)} to ${low(step)}`, 'let each step begin where the one before it ends');
  });
}

function finite(wrong: Wrong, threshold: number): number {
  return Number.isFinite(threshold) ? threshold : wrong('steps (one without ends) hold at every value', 'set lower of the first step that adds tasks, and upper of the last that removes them');
}

function low({ lower = -Infinity }: ScalingStep): number {
  return lower;
}

function high({ upper = Infinity }: ScalingStep): number {
  return upper;
}

/** The steps as Application Auto Scaling has them: by their distance from the threshold. */
export function adjustmentsOf({ threshold, steps }: Direction): appscaling.CfnScalingPolicy.StepAdjustmentProperty[] {
  const from = (value: number | undefined) => (value === undefined ? undefined : value - threshold);
  return steps.map(({ lower, upper, change }) => ({
    metricIntervalLowerBound: from(lower), metricIntervalUpperBound: from(upper), scalingAdjustment: change,
  }));
}
