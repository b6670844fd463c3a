import { known } from '../../facts/fact';
import { nodesOf, parseMath, type MathNode } from '../../facts/metric-math';
import type { MetricMathFacts } from '../../facts/metric-math-facts';
import type { ScalingPolicyFacts } from '../../facts/scaling';

// What a service only has while it has tasks.
const PREDEFINED = /^(ECSServiceAverage(CPU|Memory)Utilization(HighResolution)?|ALBRequestCountPerTarget)$/;
const OF_TASKS = /^(AWS\/ECS|ECS\/ContainerInsights)$/;

/** Returns true if a policy follows a metric without data while no task runs. */
export function needsTasks(policy: ScalingPolicyFacts): boolean {
  const metric = known(policy.metric);
  if (metric !== undefined) return PREDEFINED.test(metric) || (policy.metricId !== undefined && /^AWS\/ECS /.test(known(policy.metricId) ?? ''));
  const math = known(policy.math);
  return math !== undefined && dividesByTasks(math);
}

/** A division by what is missing drops the point, unless `IF` or `FILL` puts something in its place. */
function dividesByTasks(math: MetricMathFacts): boolean {
  const ofTasks = math.metrics.filter(({ namespace }) => OF_TASKS.test(known(namespace) ?? ''));
  if (ofTasks.length === 0) return false;
  const ids = new Set(ofTasks.map(({ id }) => known(id)));
  return math.expressions.some(({ expression }) => {
    const tree = parseMath(known(expression));
    return tree !== undefined && nodesOf(tree).some((node) => node.kind === 'operation' && node.operator === '/' && isOf(node.right, ids));
  });
}

function isOf(divisor: MathNode, ids: ReadonlySet<string>): boolean {
  const nodes = nodesOf(divisor);
  if (nodes.some((node) => node.kind === 'call')) return false;
  // A number added to it is left where it is missing.
  return !nodes.some((node) => node.kind === 'operation' && node.operator === '+') && nodes.some((node) => node.kind === 'id' && ids.has(node.id));
}
