import { anyKnown, known, knownOf } from '../../facts/fact';
import { defineGotcha, each, type Finding } from '../definition';
import { isHighResolution, isUtilization } from './metrics';

export const sclHighResolutionMismatch = defineGotcha({
  id: 'scl-high-resolution-mismatch',
  title: 'Scaling on a metric every 20 seconds that ECS measures every 60',
  consequence: 'misbehaves',
  symptom: 'The alarms of the policy are in `INSUFFICIENT_DATA`, and the service doesn\'t scale.',
  why: 'ECS publishes CPU and memory every 60 seconds unless the service asks for 20: a policy on the metric of high resolution has no data to scale on.',
  rule: 'A policy on `ECSServiceAverage…UtilizationHighResolution` needs a `resolutionSeconds` of 20 for `CPUUtilization` or `MemoryUtilization` in '
    + '`monitoring.metricConfigurations` of the service. The metric at 20 seconds beside a policy that follows it at 60 is worth knowing.',
  fix: 'add the metric to monitoring.metricConfigurations of the service with resolutionSeconds 20, or scale on the metric without HighResolution',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/target-tracking-faster-auto-scaling.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'service',
  needs: ['scaling'],
  reads: ['highResolutionMetrics'],
  check: ({ scaling, highResolutionMetrics }) => !scaling ? [] : each(known(scaling.policies), (policy) => {
    const metric = known(policy.metric);
    if (metric === undefined || !isUtilization(metric)) return [];
    const measured = known(highResolutionMetrics);
    const name = metric.includes('CPU') ? 'CPUUtilization' : 'MemoryUtilization';
    const isMeasured = anyKnown(measured, (one) => known(one) === name);
    if (!isHighResolution(metric)) return isMeasured ? [unused(metric, name)] : [];
    if (isMeasured) return [];
    return [{ property: 'monitoring', detail: `monitoring (${knownOf(measured).join(', ') || 'none'} every 20 seconds) lacks ${name}, which ${metric} is made of` }];
  }),
});

function unused(metric: string, name: string): Finding {
  return {
    property: 'monitoring',
    consequence: 'worth-knowing',
    detail: `monitoring (${name} every 20 seconds) is paid for, and ${metric} follows it every 60`,
    fix: `scale on ${metric}HighResolution, or leave the metric out of monitoring.metricConfigurations`,
  };
}
