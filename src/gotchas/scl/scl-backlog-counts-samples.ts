import { anyKnown, known } from '../../facts/fact';
import { nodesOf, parseMath, type MathNode } from '../../facts/metric-math';
import type { MathMetricFacts, MetricMathFacts } from '../../facts/metric-math-facts';
import { defineGotcha, each, type Result } from '../definition';

/** The samples that a task sends in a minute, measured every 20 seconds. */
const SAMPLES_PER_MINUTE = 3;

export const sclBacklogCountsSamples = defineGotcha({
  id: 'scl-backlog-counts-samples',
  title: 'A task count made of samples that each task sends three times',
  consequence: 'misbehaves',
  symptom: 'The service runs a third of the tasks that its queue needs.',
  why: 'The sample count of a metric of AWS/ECS is the number of tasks as long as each sends one sample a minute. With a resolution of 20 seconds it sends three.',
  rule: 'What is divided by the `SampleCount` of `CPUUtilization` or `MemoryUtilization` divides that by 3 where `monitoring.metricConfigurations` of the '
    + 'service has a `resolutionSeconds` of 20 for the metric.',
  fix: 'divide the sample count by 3, or leave the resolution of the metric at 60 seconds',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/target-tracking-faster-auto-scaling.html',
  levels: ['synth', 'live'],
  avoidedBy: '`QueueBacklogScaling` divides the sample count by 3 where a scaling part has a high resolution.',
  causalRank: 'none',
  subject: 'service',
  needs: ['scaling'],
  reads: ['highResolutionMetrics'],
  check: ({ scaling, highResolutionMetrics }) => !scaling ? [] : each(known(scaling.policies), (policy) => {
    const math = known(policy.math);
    if (!math) return [];
    return each(math.metrics, (metric) => check(metric, math, (name) => anyKnown(known(highResolutionMetrics), (one) => known(one) === name)));
  }),
});

function check(metric: MathMetricFacts, math: MetricMathFacts, isMeasured: (name: string) => boolean): readonly Result[] {
  const name = known(metric.metricName) ?? '';
  if (known(metric.namespace) !== 'AWS/ECS' || known(metric.statistic) !== 'SampleCount') return [];
  const id = known(metric.id);
  const divided = math.expressions.map(({ expression }) => known(expression)).find((text) => dividesBy(text, id));
  if (divided === undefined || !isMeasured(name)) return [];
  return [{ property: 'monitoring', detail: `monitoring (${name} every 20 seconds) makes three samples a minute of each task, which the expression ${divided} takes for tasks` }];
}

/** Returns true if an expression is divided by the plain number of samples. */
function dividesBy(text: string, id: string): boolean {
  const tree = parseMath(text);
  const divisors = (tree ? nodesOf(tree) : []).flatMap((node) => (node.kind === 'operation' && node.operator === '/' ? [node.right] : []));
  return divisors.some((divisor) => {
    const uses = nodesOf(divisor);
    return uses.filter((node) => node.kind === 'id' && node.id === id).length > uses.filter((node) => isThird(node, id)).length;
  });
}

function isThird(node: MathNode, id: string): boolean {
  return node.kind === 'operation' && node.operator === '/'
    && node.left.kind === 'id' && node.left.id === id && node.right.kind === 'number' && node.right.value === SAMPLES_PER_MINUTE;
}
