import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

// What a service only has while it has tasks.
const NEEDS_TASKS = /^(ECSServiceAverage(CPU|Memory)Utilization(HighResolution)?|ALBRequestCountPerTarget)$/;

export const sclZeroCannotReturn = defineGotcha({
  id: 'scl-zero-cannot-return',
  title: 'A service that scales to zero has nothing to bring it back',
  severity: 'error',
  symptom: 'The service stays at 0 tasks for hours, while callers get `503` or a queue fills.',
  why: 'Without tasks there is no CPU, memory or requests per target to measure: once at zero the service stays there, whatever arrives.',
  rule: 'With a `minCapacity` of 0 a service needs a scheduled action, or at least 1 policy that doesn\'t track CPU, memory or `ALBRequestCountPerTarget`.',
  fix: 'set minCapacity to 1 or more, or add scaling on a metric that exists without tasks, like the length of a queue',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['scaling'],
  check: ({ scaling }) => {
    if (!scaling || known(scaling.minCapacity) > 0) return [];
    const policies = known(scaling.policies);
    if (policies.length === 0 || known(scaling.scheduledActions) > 0) return [];
    const metrics = policies.map((policy) => (known(policy.kind) === 'target-tracking' ? known(policy.metric) : undefined));
    if (!metrics.every((metric) => metric !== undefined && NEEDS_TASKS.test(metric))) return [];
    return [{
      property: 'minCapacity',
      detail: `minCapacity (0) scales on nothing that exists without tasks, only on ${[...new Set(metrics)].join(', ')}`,
    }];
  },
});
