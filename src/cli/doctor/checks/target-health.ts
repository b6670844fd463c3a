import { known } from '../../../facts/fact';
import type { LiveTargetGroup } from '../../collect/account';
import { count, minutesSince, primary } from '../../collect/service-state';
import type { Service, TargetHealth } from '../../collect/shapes';
import { eachLive, onService, type LiveFinding } from '../live-check';

interface Reason {
  readonly id: string;
  readonly means: string;
  readonly fix: string;
}

const REASONS: Readonly<Record<string, Reason | undefined>> = {
  'Target.ResponseCodeMismatch': {
    id: 'net-health-check-misfit', means: 'answer the health check with a status that it doesn\'t accept as healthy', fix: 'correct the path of the health check or the codes it accepts',
  },
  'Target.Timeout': {
    id: 'net-health-check-misfit',
    means: 'don\'t answer the health check in time',
    fix: 'open the port to the security group of the load balancer, let the container listen on 0.0.0.0, or allow the health check more time',
  },
  'Target.FailedHealthChecks': {
    id: 'net-health-check-misfit', means: 'refuse the connection of the health check, or break it off', fix: 'let the container listen on the port of the target group, on 0.0.0.0',
  },
  'Target.InvalidState': {
    id: 'net-health-check-misfit', means: 'are instances that are stopped or end', fix: 'see why the instances end, and let the service deregister them',
  },
  'Target.IpUnusable': {
    id: 'net-health-check-misfit', means: 'have an address that the load balancer uses itself', fix: 'put the load balancer and the tasks into different subnets, or register the tasks again',
  },
  'Elb.InternalError': {
    id: 'ops-aws-fault', means: 'are not checked, for a fault of Elastic Load Balancing', fix: 'wait, as the fault is on the side of AWS; if it stays, see the AWS Health Dashboard and open a case',
  },
  'Target.NotInUse': {
    id: 'net-target-group-unattached', means: 'get no traffic, since no listener leads to their target group', fix: 'forward a listener, or a rule of one, to the target group',
  },
};

const ELSEWHERE: Reason = {
  id: 'net-lb-az-not-enabled', means: 'get no traffic in a zone that the load balancer is not in', fix: 'add a subnet in each zone of the service to the load balancer',
};

const OTHER: Reason = { id: 'net-health-check-misfit', means: 'are unhealthy', fix: 'read the reason of Elastic Load Balancing' };

/** Targets that don't get traffic, by the reason of Elastic Load Balancing. */
export const targetHealth = onService({
  id: 'net-health-check-misfit',
  check: ({ live: { targetGroups, service }, now }) => eachLive(known(targetGroups), ({ targetGroup, health }) => {
    const all = known(health);
    const isYoung = isBooting(service, now);
    const unhealthy = all.filter(({ TargetHealth: state }) => state?.State === 'unhealthy' || state?.State === 'unused');
    const codes = [...new Set(unhealthy.map(({ TargetHealth: state }) => state?.Reason ?? ''))];
    return codes.map((code) =>
      finding(unhealthy.filter(({ TargetHealth: state }) => (state?.Reason ?? '') === code), code, all.length, targetGroup, isYoung));
  }),
});

// Until the grace period is over, ECS too waits for targets to get healthy.
function isBooting(service: Service, now: Date): boolean {
  const deployment = primary(service);
  if (deployment?.rolloutState !== 'IN_PROGRESS') return false;
  return minutesSince(deployment.createdAt, now) * 60 < (service.healthCheckGracePeriodSeconds ?? 0);
}

function finding(unhealthy: readonly TargetHealth[], code: string, all: number, group: LiveTargetGroup['targetGroup'], isYoung: boolean): LiveFinding {
  const { TargetGroupName, HealthCheckPath, Matcher } = group;
  const isElsewhere = unhealthy.some(({ TargetHealth: state }) => /availability zone/i.test(state?.Description ?? ''));
  const { id, means, fix } = code === 'Target.NotInUse' && isElsewhere ? ELSEWHERE : REASONS[code] ?? OTHER;
  const path = code === 'Target.ResponseCodeMismatch' ? ` (${HealthCheckPath ?? '/'} has to answer ${Matcher?.HttpCode ?? Matcher?.GrpcCode ?? '200'})` : '';
  const said = unhealthy.map(({ TargetHealth: state }) => [state?.Reason, state?.Description].filter((text) => text).join(': ')).filter((text) => text !== '');
  return {
    id,
    fix,
    why: 'The load balancer sends nothing to such a target, and ECS replaces its task once the grace period is over.',
    severity: isYoung ? 'warning' : 'error',
    causalRank: 'symptom',
    property: 'targetGroup',
    detail: `targets (${unhealthy.length} of ${count(all, 'target')} of ${TargetGroupName ?? 'the target group'}) ${means}${path}`,
    evidence: [...new Set(said)],
  };
}
