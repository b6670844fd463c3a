import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';

const MOST_STEPS = 20;

/** Steps from no task to as many as a backlog needs, by its distance from one message. */
export function wakeSteps(messagesPerTask: number, maxCapacity: number): appscaling.CfnScalingPolicy.StepAdjustmentProperty[] {
  const count = Math.max(1, Math.min(MOST_STEPS, maxCapacity));
  const apart = (maxCapacity - 1) / Math.max(1, count - 1);
  const tasks = Array.from({ length: count }, (_, index) => 1 + Math.round(index * apart));
  return tasks.map((change, index) => ({
    metricIntervalLowerBound: index === 0 ? 0 : beyondOne(tasks[index - 1], messagesPerTask),
    metricIntervalUpperBound: index === count - 1 ? undefined : beyondOne(change, messagesPerTask),
    scalingAdjustment: change,
  }));
}

// The last message that so many tasks are enough for, and the threshold is 1.
function beyondOne(tasks: number, messagesPerTask: number): number {
  return Math.floor(tasks * messagesPerTask);
}
