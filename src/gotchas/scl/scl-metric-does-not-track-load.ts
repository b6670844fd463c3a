import { anyKnown, known } from '../../facts/fact';
import { defineGotcha } from '../definition';

const CPU = ['ECSServiceAverageCPUUtilization', 'ECSServiceAverageCPUUtilizationHighResolution'];

export const sclMetricDoesNotTrackLoad = defineGotcha({
  id: 'scl-metric-does-not-track-load',
  title: 'A web service that scales on CPU alone',
  consequence: 'worth-knowing',
  symptom: 'Latency rises and requests time out, while CPU is low and the count stays where it is.',
  why: 'A service that waits for databases or other services, or has a fixed pool of workers, gets slow long before its CPU is busy, so it never scales out.',
  rule: 'A service behind an Application Load Balancer that scales needs at least 1 policy that isn\'t target tracking on CPU.',
  fix: 'add a policy on ALBRequestCountPerTarget, or acknowledge this for a service whose load is CPU',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-autoscaling-best-practice.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['loadBalancers', 'scaling'],
  check: ({ loadBalancers, scaling }) => {
    const isBehindAlb = scaling !== undefined && anyKnown(loadBalancers, ({ targetGroup }) => ['HTTP', 'HTTPS'].includes(known(targetGroup.protocol) ?? ''));
    if (!isBehindAlb) return [];
    const policies = known(scaling.policies);
    const onCpuOnly = policies.length > 0 && !anyKnown(policies, ({ kind, metric }) => known(kind) !== 'target-tracking' || !CPU.includes(known(metric) ?? ''));
    return onCpuOnly ? [{ detail: 'scaling (CPU alone) may not follow the requests that a load balancer sends', property: 'scaling' }] : [];
  },
});
