import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

const MOST_TASKS = 200;

export const dplBreakerThreshold = defineGotcha({
  id: 'dpl-breaker-threshold',
  title: 'A circuit breaker that does not break when it should',
  consequence: 'rejected',
  symptom: 'ECS refuses the service with an `InvalidParameterException`; or a broken revision is started for hours before the deployment counts as failed.',
  why: 'A percentage counts failed tasks against the desired count and goes from 1 to 100. One that is out of range is refused, and a count far above the tasks of the service '
    + 'lets a broken revision start again and again.',
  rule: 'A threshold is a whole number from 1, and up to 100 unless its type is `COUNT`. A `COUNT` is at most three times the tasks of the service, or 200 where that is more. The circuit breaker of a threshold is on.',
  fix: 'leave the threshold out for half of the desired count, from 3 to 200 tasks, or stay in its range',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  levels: ['synth', 'live'],
  designedOut: '`Deployment.rolling` leaves the threshold to ECS by default, and refuses one out of range or without a circuit breaker.',
  subject: 'service',
  needs: ['circuitBreaker'],
  reads: ['desiredCount', 'scaling'],
  check: ({ circuitBreaker, desiredCount, scaling }) => {
    const threshold = circuitBreaker && known(circuitBreaker.threshold);
    if (!threshold) return [];
    const type = known(threshold.type);
    const value = known(threshold.value);
    const property = 'circuitBreaker.threshold';
    if (type !== 'COUNT') {
      return Number.isInteger(value) && value >= 1 && value <= 100 ? unused(known(circuitBreaker.enabled))
        : [{ property, detail: `threshold (${value}) of type ${type} is not a whole number from 1 to 100` }];
    }
    if (!Number.isInteger(value) || value < 1) return [{ property, detail: `threshold (${value}) of type COUNT is not a whole number from 1` }];
    return all(
      () => unused(known(circuitBreaker.enabled)),
      () => {
        const range = known(scaling);
        const tasks = range ? known(range.maxCapacity) : known(desiredCount) ?? 1;
        if (value <= Math.max(3 * tasks, MOST_TASKS)) return [];
        return [{ property, consequence: 'misbehaves', detail: `threshold (${value} failed tasks) is late for a service of ${tasks}` }];
      },
    );
  },
});

function unused(isOn: boolean): readonly Result[] {
  return isOn ? [] : [{
    property: 'circuitBreaker',
    consequence: 'misbehaves',
    detail: 'circuitBreaker (off) has a threshold, which counts nothing',
    fix: 'turn the circuit breaker on, or leave its threshold out',
  }];
}
