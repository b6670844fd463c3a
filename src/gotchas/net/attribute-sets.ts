import { table } from '../../facts/table';
import type { AttributeSet } from '../../facts/target-group';

const LOGS = (of: string) => ['enabled', 'bucket', 'prefix'].map((end) => `${of}.s3.${end}`);
const HEALTH = ['dns_failover', 'unhealthy_state_routing'].flatMap((part) => ['count', 'percentage'].map((end) => `target_group_health.${part}.minimum_healthy_targets.${end}`));
const DELAY = 'deregistration_delay.timeout_seconds';
const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
const OF_ALL = ['deletion_protection.enabled', CROSS_ZONE];
const OF_TWO = [...LOGS('access_logs'), 'ipv6.deny_all_igw_traffic', 'zonal_shift.config.enabled'];

const OF_NETWORK = [
  DELAY, CROSS_ZONE, ...HEALTH, 'deregistration_delay.connection_termination.enabled', 'preserve_client_ip.enabled', 'proxy_protocol_v2.enabled',
  'target_health_state.unhealthy.connection_termination.enabled', 'target_health_state.unhealthy.draining_interval_seconds',
];

/** The attributes that each kind of load balancer, and each kind of target group, has. Those of stickiness have a gotcha of their own. */
export const ATTRIBUTES: Readonly<Record<AttributeSet, readonly string[]>> = table({
  'application': [
    ...OF_ALL, ...OF_TWO, ...LOGS('connection_logs'), ...LOGS('health_check_logs'),
    'idle_timeout.timeout_seconds', 'client_keep_alive.seconds', 'waf.fail_open.enabled', 'routing.http2.enabled', 'routing.http.desync_mitigation_mode',
    'routing.http.drop_invalid_header_fields.enabled', 'routing.http.preserve_host_header.enabled', 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled',
    'routing.http.xff_client_port.enabled', 'routing.http.xff_header_processing.mode',
  ],
  'network': [...OF_ALL, ...OF_TWO, 'dns_record.client_routing_policy', 'secondary_ips.auto_assigned.per_subnet'],
  'gateway': OF_ALL,
  'application targets': [DELAY, CROSS_ZONE, ...HEALTH, 'load_balancing.algorithm.type', 'load_balancing.algorithm.anomaly_mitigation', 'slow_start.duration_seconds'],
  'network targets': OF_NETWORK,
  'udp targets': OF_NETWORK,
  'gateway targets': [
    DELAY, 'target_failover.on_deregistration', 'target_failover.on_unhealthy', 'send_tcp_reset.on_unhealthy.enabled', 'send_tcp_reset.on_deregistration.enabled',
  ],
  'function targets': [CROSS_ZONE, ...HEALTH, 'lambda.multi_value_headers.enabled'],
});

export const NAMES: Readonly<Record<AttributeSet, string>> = {
  'application': 'an Application Load Balancer',
  'network': 'a Network Load Balancer',
  'gateway': 'a Gateway Load Balancer',
  'application targets': 'a target group for HTTP or HTTPS',
  'network targets': 'a target group for TCP or TLS',
  'udp targets': 'a target group for UDP',
  'gateway targets': 'a target group for GENEVE',
  'function targets': 'a target group of a function',
};
