import { known } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { all, defineGotcha, type Result } from '../definition';

export const dplAzRebalancingOff = defineGotcha({
  id: 'dpl-az-rebalancing-off',
  title: 'Tasks stay in the zones they were driven to',
  consequence: 'rejected',
  symptom: 'After an outage of a zone, all tasks stay in the other zones; or ECS refuses the service with an `InvalidParameterException`.',
  why: 'After a zone was lost, all tasks run in the others until ECS rebalances them. It starts a task before it stops one: it refuses to rebalance a service '
    + 'that may not run more than its desired count, or that is behind a Classic Load Balancer.',
  rule: 'With `availabilityZoneRebalancing` on, `maxHealthyPercent` is above 100 and no load balancer is a Classic one. Off, it is reported for replicas over two or more subnets that could have it.',
  fix: 'enable availabilityZoneRebalancing, with a maxHealthyPercent above 100',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services are rebalanced wherever ECS supports it, unless `availabilityZoneRebalancing` is false.',
  follows: 'dpl-percent-deadlock',
  subject: 'service',
  needs: ['availabilityZoneRebalancing', 'schedulingStrategy'],
  reads: ['maxHealthyPercent', 'loadBalancers', 'network'],
  check: ({ availabilityZoneRebalancing: isOn, schedulingStrategy, maxHealthyPercent, loadBalancers, network }) => {
    if (isOn === undefined) return [];
    if (!isOn) return schedulingStrategy === 'REPLICA' ? off(network, maxHealthyPercent) : [];
    return all(
      () => schedulingStrategy === 'REPLICA' ? [] : [{
        property: 'availabilityZoneRebalancing',
        consequence: 'misbehaves',
        detail: 'availabilityZoneRebalancing (on) moves no task of a daemon, which runs on every instance',
        fix: 'leave availabilityZoneRebalancing out',
      }],
      () => {
        const max = known(maxHealthyPercent) ?? 200;
        return max > 100 || schedulingStrategy === 'DAEMON' ? [] : [{
          property: 'maxHealthyPercent',
          detail: `maxHealthyPercent (${max}) leaves no room for availabilityZoneRebalancing, which is on`,
          fix: 'raise maxHealthyPercent above 100, or disable availabilityZoneRebalancing',
        }];
      },
      () => known(loadBalancers).some(({ isClassic }) => known(isClassic)) ? [{
        property: 'loadBalancers',
        detail: 'availabilityZoneRebalancing (on) is not for a service behind a Classic Load Balancer',
        fix: 'use a target group, or disable availabilityZoneRebalancing',
      }] : [],
    );
  },
});

function off(network: ServiceFacts['network'], maxHealthyPercent: ServiceFacts['maxHealthyPercent']): readonly Result[] {
  const subnets = known(network);
  if (!subnets || (known(maxHealthyPercent) ?? 200) <= 100) return [];
  const ids = new Set(known(subnets.subnets).map(({ id }) => known(id)));
  return ids.size < 2 ? [] : [{
    property: 'availabilityZoneRebalancing',
    consequence: 'worth-knowing',
    detail: `availabilityZoneRebalancing (off) leaves the tasks of ${ids.size} subnets where a lost zone drove them`,
  }];
}
