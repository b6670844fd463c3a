import { known } from '../../../facts/fact';
import type { TargetHealth } from '../../collect/shapes';
import type { LiveTargetGroup } from '../account';
import { eachLive, onService, Standing, type LiveFinding } from '../live-check';
import { count } from '../service-state';

interface Reason {
  readonly id: string;
  readonly means: string;
  readonly fix: string;
}

const REASONS: Readonly<Record<string, Reason | undefined>> = {
  'Target.ResponseCodeMismatch': {
    id: 'net-health-check-misfit', means: 'answer the health check with a status that it doesn\'t take for healthy', fix: 'correct the path of the health check or the codes it takes',
  },
  'Target.Timeout': {
    id: 'net-health-check-misfit',
    means: 'don\'t answer the health check in time',
    fix: 'open the port to the security group of the load balancer, let the container listen on 0.0.0.0, or give the health check more time',
  },
  'Target.FailedHealthChecks': {
    id: 'net-health-check-misfit', means: 'refuse the connection of the health check, or break it off', fix: 'let the container listen on the port of the target group, on 0.0.0.0',
  },
  'Target.NotInUse': {
    id: 'net-lb-az-not-enabled', means: 'get no traffic: no listener leads to them, or they are in a zone that the load balancer is not in', fix: 'forward a listener to the target group, and give the load balancer a subnet in each zone of the service',
  },
};

const OTHER: Reason = { id: 'net-health-check-misfit', means: 'are unhealthy', fix: 'see what Elastic Load Balancing says of them' };

/** Targets that don't get traffic, by the reason that Elastic Load Balancing gives. */
export const targetHealth = onService({
  id: 'net-health-check-misfit',
  standing: Standing.SYMPTOM,
  check: ({ live: { targetGroups } }) => eachLive(known(targetGroups), ({ targetGroup, health }) => {
    const all = known(health);
    const ill = all.filter(({ TargetHealth: state }) => state?.State === 'unhealthy' || state?.State === 'unused');
    const codes = [...new Set(ill.map(({ TargetHealth: state }) => state?.Reason ?? ''))];
    return codes.map((code) =>
      finding(ill.filter(({ TargetHealth: state }) => (state?.Reason ?? '') === code), code, all.length, targetGroup));
  }),
});

function finding(ill: readonly TargetHealth[], code: string, all: number, { TargetGroupName, HealthCheckPath, Matcher }: LiveTargetGroup['targetGroup']): LiveFinding {
  const { id, means, fix } = REASONS[code] ?? OTHER;
  const path = code === 'Target.ResponseCodeMismatch' ? ` (${HealthCheckPath ?? '/'} has to answer ${Matcher?.HttpCode ?? Matcher?.GrpcCode ?? '200'})` : '';
  const said = ill.map(({ TargetHealth: state }) => [state?.Reason, state?.Description].filter((text) => text).join(': ')).filter((text) => text !== '');
  return {
    id,
    fix,
    severity: 'error',
    property: 'targetGroup',
    detail: `targets (${ill.length} of ${count(all, 'target')} of ${TargetGroupName ?? 'the target group'}) ${means}${path}`,
    evidence: [...new Set(said)],
  };
}
