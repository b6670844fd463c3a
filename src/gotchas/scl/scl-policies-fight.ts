import { known, Unknown } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { defineGotcha, each, type Result } from '../definition';

const PREDEFINED = /^(ECSServiceAverage|ALBRequestCountPerTarget)/;

export const sclPoliciesFight = defineGotcha({
  id: 'scl-policies-fight',
  title: 'Two policies that scale on the same metric',
  consequence: 'rejected',
  symptom: '`Only one TargetTrackingScaling policy for a given metric specification is allowed`, or a count that goes up and down under an even load.',
  why: 'Application Auto Scaling allows one target for a metric. A step policy beside it moves the count that the target tracking policy is bringing back.',
  rule: 'A metric has 1 target tracking policy. A second one is an error on a metric of ECS or of the load balancer and a warning on a custom one. A step '
    + 'policy on the same metric is a warning too, unless the other has `disableScaleIn`.',
  fix: 'keep one policy for each metric, or disable scale-in of the target tracking policy where steps take tasks away',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => {
    const results: Result[] = [...each([...byMetric(policies).values()], fight)];
    const unclear = unclearOf(policies);
    return unclear ? [...results, { notChecked: unclear.reason }] : results;
  },
});

// Metrics of different names are different, whatever else is not known of them.
function unclearOf(policies: readonly ScalingPolicyFacts[]): Unknown | undefined {
  if (policies.length < 2) return undefined;
  const names = policies.map(({ metric }) => (typeof metric === 'string' ? metricName(metric) : metric));
  const facts = policies.flatMap(({ kind, metric, metricId }) => {
    const name = typeof metric === 'string' ? metricName(metric) : metric;
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    return [kind, metric, ...isShared ? [metricId] : []];
  });
  return facts.find((fact) => fact instanceof Unknown);
}

/** The name that CloudWatch has for a metric, which a predefined one has another name for. */
function metricName(metric: string): string {
  return metric.replace(/^(ECSServiceAverage|ALB)/, '').replace(/HighResolution$/, '');
}

function byMetric(policies: readonly ScalingPolicyFacts[]): ReadonlyMap<string, readonly ScalingPolicyFacts[]> {
  const found = new Map<string, ScalingPolicyFacts[]>();
  for (const policy of policies) {
    const { metricId } = policy;
    if (typeof metricId === 'string') found.set(metricId, [...(found.get(metricId) ?? []), policy]);
  }
  return found;
}

function fight(policies: readonly ScalingPolicyFacts[]): readonly Result[] {
  const tracking = policies.filter(({ kind }) => kind === 'target-tracking');
  const [first, ...others] = tracking;
  if (!first) return [];
  const metric = String(first.metric);
  // Two statistics of one custom metric are two to Application Auto Scaling.
  if (PREDEFINED.test(metric) && others.some((other) => other.metric === first.metric)) {
    return [{ property: 'policies', detail: `policies (${tracking.length}) keep ${metric} at a target, which allows one` }];
  }
  if (others.length > 0) {
    return [{ property: 'policies', consequence: 'misbehaves', detail: `policies (${tracking.length}) keep what ${metric} measures at a target each` }];
  }
  const hasSteps = policies.some(({ kind }) => kind === 'step');
  // Tracking to add tasks and steps to take them away is a pair that AWS describes.
  if (!hasSteps || known(first.scaleInDisabled)) return [];
  return [{ property: 'policies', consequence: 'misbehaves', detail: `policies (target tracking and steps) both scale on ${metric}` }];
}
