import { known, type Known } from '../../facts/fact';
import { table } from '../../facts/table';
import type { AttributeSet, TargetGroupFacts } from '../../facts/target-group';
import type { Result } from '../definition';

type Attributes = Known<TargetGroupFacts['attributes']>;

const WORDS: { readonly [key: string]: readonly string[] | undefined } = table({
  'routing.http.desync_mitigation_mode': ['monitor', 'defensive', 'strictest'],
  'routing.http.xff_header_processing.mode': ['append', 'preserve', 'remove'],
  'dns_record.client_routing_policy': ['availability_zone_affinity', 'partial_availability_zone_affinity', 'any_availability_zone'],
  'load_balancing.algorithm.type': ['round_robin', 'least_outstanding_requests', 'weighted_random'],
  'load_balancing.algorithm.anomaly_mitigation': ['on', 'off'],
  'target_failover.on_deregistration': ['rebalance', 'no_rebalance'],
  'target_failover.on_unhealthy': ['rebalance', 'no_rebalance'],
});

/** The words that an attribute takes, where it takes words. */
export function outOfWords(key: string, attributes: Attributes): readonly Result[] {
  const words = WORDS[key] ?? (key.endsWith('.enabled') ? flagsOf(key) : undefined);
  const value = words && known(attributes.get(key));
  if (words === undefined || value === undefined || words.includes(value.toLowerCase())) return [];
  return [{ property: key, detail: `${key} (${value}) is not ${words.join(', ')}`, fix: `set ${words.join(' or ')}` }];
}

function flagsOf(key: string): readonly string[] {
  return key === 'load_balancing.cross_zone.enabled' ? ['true', 'false', 'use_load_balancer_configuration'] : ['true', 'false'];
}

const ANOMALY = 'load_balancing.algorithm.anomaly_mitigation';
const CLIENT = 'preserve_client_ip.enabled';
const CUT = 'target_health_state.unhealthy.connection_termination.enabled';
const DRAIN = 'target_health_state.unhealthy.draining_interval_seconds';

/** Attributes that Elastic Load Balancing refuses beside others, or for a protocol. */
export const MISFITS: ReadonlyArray<(attributes: Attributes, set: () => AttributeSet) => readonly Result[]> = [
  (attributes) => {
    const algorithm = known(attributes.get('load_balancing.algorithm.type')) ?? 'round_robin';
    const isWrong = known(attributes.get(ANOMALY)) === 'on' && algorithm !== 'weighted_random';
    return found(isWrong, ANOMALY, `(on) is not for the algorithm ${algorithm}`, 'set load_balancing.algorithm.type to weighted_random');
  },
  (attributes, set) => found(known(attributes.get(CLIENT)) === 'false' && set() === 'udp targets', CLIENT, '(false) is not for UDP, where the address of the client is always kept', 'leave it out'),
  (attributes, set) => found(known(attributes.get(CUT)) === 'true' && set() === 'udp targets', CUT, '(true) is not for UDP', 'leave it out'),
  (attributes) => {
    const seconds = known(attributes.get(DRAIN));
    const isWrong = seconds !== undefined && seconds !== '0' && known(attributes.get(CUT)) !== 'false';
    return found(isWrong, DRAIN, `(${seconds}) is not for targets whose connections are cut when they turn unhealthy`, `set ${CUT} to false`);
  },
];

function found(isWrong: boolean, property: string, detail: string, fix: string): readonly Result[] {
  return isWrong ? [{ property, detail: `${property} ${detail}`, fix }] : [];
}
