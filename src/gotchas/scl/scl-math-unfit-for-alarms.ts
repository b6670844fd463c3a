import { anyKnown, known, Unknown, whereKnown } from '../../facts/fact';
import { nodesOf, parseMath, type MathNode } from '../../facts/metric-math';
import type { MathExpressionFacts, MetricMathFacts } from '../../facts/metric-math-facts';
import type { ScalingPolicyFacts, StepAlarmFacts } from '../../facts/scaling';
import { defineGotcha, each, type Result } from '../definition';

export const sclMathUnfitForAlarms = defineGotcha({
  id: 'scl-math-unfit-for-alarms',
  title: 'Metric math that an alarm evaluates differently from a graph',
  consequence: 'misbehaves',
  symptom: 'The graph is far above the target, and the alarm of the policy stays `OK`: the service doesn\'t scale out.',
  why: 'The newest minute of a metric is published late. FILL replaces it by the fill value each time, so that three minutes in a row are never above the target. '
    + 'AVG, MAX, MIN and SUM of one series are one number over all points that the alarm fetches, which are more than it evaluates.',
  rule: 'The expressions of a target tracking policy, or of the alarm of a step policy, have no `FILL` and no `AVG`, `MAX`, `MIN`, `SUM`, `STDDEV`, '
    + '`DATAPOINT_COUNT` or `RUNNING_SUM` of one series. `FILL` is allowed in an alarm of M out of N.',
  fix: 'leave FILL out: arithmetic takes a value that is missing beside another one for 0. Put a statistic in the place of a function over one series',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, (policy) => {
    const math = known(policy.math);
    return math ? each(math.expressions, (expression) => check(expression, math, policy)) : [];
  }),
});

function check({ id, expression }: MathExpressionFacts, math: MetricMathFacts, policy: ScalingPolicyFacts): readonly Result[] {
  const text = known(expression);
  const tree = parseMath(text);
  const calls = (tree ? nodesOf(tree) : []).filter((node): node is Call => node.kind === 'call');
  const found = calls.find((call) => (call.name === 'FILL' ? !allowsGaps(policy.alarm) : OVER_TIME.has(call.name) && isOneSeries(call.args[0], math)));
  if (!found) return [];
  const what = found.name === 'FILL' ? 'fills the minute that is not published yet' : `has ${found.name} of one series, which depends on how many points are fetched`;
  return [{ property: `metrics[${id instanceof Unknown ? '' : id}].expression`, detail: `expression (${text}) ${what}` }];
}

type Call = Extract<MathNode, { readonly kind: 'call' }>;

const OVER_TIME = new Set(['AVG', 'MAX', 'MIN', 'SUM', 'STDDEV', 'DATAPOINT_COUNT', 'RUNNING_SUM']);
const ARRAYS = new Set(['METRICS', 'SEARCH', 'SORT', 'SLICE', 'REMOVE_EMPTY', 'ANOMALY_DETECTION_BAND']);

/** With fewer points to alarm than it evaluates, the newest one doesn't decide. */
function allowsGaps(alarm: ScalingPolicyFacts['alarm']): boolean {
  const { evaluationPeriods, datapointsToAlarm }: Partial<StepAlarmFacts> = known(alarm) ?? {};
  const [of, least] = [known(evaluationPeriods), known(datapointsToAlarm)];
  return typeof of === 'number' && typeof least === 'number' && least < of;
}

function isOneSeries(node: MathNode | undefined, math: MetricMathFacts): boolean {
  switch (node?.kind) {
    case 'id': return isSeriesOf(node.id, math);
    case 'call': return !ARRAYS.has(node.name) && node.args.every((arg) => arg.kind === 'number' || isOneSeries(arg, math));
    case 'negative': return isOneSeries(node.of, math);
    case 'operation': return [node.left, node.right].every((side) => side.kind === 'number' || isOneSeries(side, math));
    default: return false;
  }
}

function isSeriesOf(id: string, { metrics, expressions }: MetricMathFacts): boolean {
  if (anyKnown(metrics, (metric) => known(metric.id) === id)) return true;
  const [other] = whereKnown(expressions, (one) => known(one.id) === id) as readonly (MathExpressionFacts | undefined)[];
  const tree = other && parseMath(known(other.expression));
  return tree !== undefined && !nodesOf(tree).some((node) => node.kind === 'list' || (node.kind === 'call' && ARRAYS.has(node.name)));
}
