import { known } from '../../facts/fact';
import { MISFITS, outOfWords } from './attribute-values';
import { all, defineGotcha, each, type Result } from '../definition';

export const netAttributeRange = defineGotcha({
  id: 'net-attribute-range',
  title: 'An attribute of a load balancer or a target group with a value that it does not take',
  consequence: 'rejected',
  symptom: 'Creating the load balancer or the target group fails with an `InvalidConfigurationRequest` about one of its attributes.',
  why: 'Attributes are texts for CloudFormation, which passes them on unread. Elastic Load Balancing refuses a number out of the range of its attribute, a word that is none of its own, and slow start with a routing algorithm that decides by itself how much a target gets.',
  rule: '`deregistration_delay.timeout_seconds` is 0 to 3600, `slow_start.duration_seconds` 0 or 30 to 900 and without `least_outstanding_requests` and `weighted_random`, `idle_timeout.timeout_seconds` 1 to 4000, '
    + '`client_keep_alive.seconds` 60 to 604800. Attributes that end with `.enabled` are `true` or `false`, and modes one of their words. `load_balancing.algorithm.anomaly_mitigation` is for `weighted_random`. With UDP `preserve_client_ip.enabled` is not `false`.',
  fix: 'set a value that the attribute takes: a whole number in its range, or one of its words',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses accept durations and check them; attributes that you add to their resources are yours.',
  subject: 'targetGroup',
  alsoOn: ['balancer'],
  needs: ['attributes'],
  reads: ['attributeSet'],
  check: ({ attributes, attributeSet }) => all(
    ...RANGES.map(([key, ranges]) => () => inRange(key, ranges, known(attributes.get(key)))),
    () => each([...attributes.keys()], (key) => outOfWords(key, attributes)),
    ...MISFITS.map((check) => () => check(attributes, () => known(attributeSet))),
    () => slowStart(known(attributes.get(SLOW_START)), known(attributes.get(ALGORITHM))),
  ),
});

const SLOW_START = 'slow_start.duration_seconds';
const ALGORITHM = 'load_balancing.algorithm.type';
const DECIDE_THEMSELVES = ['least_outstanding_requests', 'weighted_random'];

type Range = readonly [first: number, last: number];

const RANGES: readonly (readonly [string, readonly Range[]])[] = [
  ['deregistration_delay.timeout_seconds', [[0, 3600]]],
  [SLOW_START, [[0, 0], [30, 900]]],
  ['idle_timeout.timeout_seconds', [[1, 4000]]],
  ['secondary_ips.auto_assigned.per_subnet', [[0, 7]]],
  ['client_keep_alive.seconds', [[60, 604_800]]],
  ['target_health_state.unhealthy.draining_interval_seconds', [[0, 360_000]]],
];

function inRange(key: string, ranges: readonly Range[], value: string | undefined): readonly Result[] {
  if (value === undefined) return [];
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (ranges.some(([first, last]) => first <= number && number <= last)) return [];
  const words = ranges.map(([first, last]) => first === last ? String(first) : `${first} to ${last}`).join(' or ');
  return [{ property: key, detail: `${key} (${value}) is not ${words}`, fix: `set ${words}` }];
}

function slowStart(seconds: string | undefined, algorithm: string | undefined): readonly Result[] {
  if (seconds === undefined || Number(seconds) === 0 || algorithm === undefined || !DECIDE_THEMSELVES.includes(algorithm)) return [];
  return [{
    property: SLOW_START,
    detail: `${SLOW_START} (${seconds}) is not for the algorithm ${algorithm}`,
    fix: 'use round_robin, or leave slow start out',
  }];
}
