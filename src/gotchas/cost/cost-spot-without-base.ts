import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { strategyOf } from '../strategy';

export const costSpotWithoutBase = defineGotcha({
  id: 'cost-spot-without-base',
  title: 'A service behind a load balancer on Fargate Spot alone',
  consequence: 'misbehaves',
  symptom: 'Tasks stop with the stop code `SpotInterruption`, and the service stays below its desired count while there is no Spot capacity.',
  why: 'Fargate Spot takes tasks back on two minutes\' notice and starts none while it has no room, and ECS never falls back to on-demand: the service may be left without a task.',
  rule: 'A service with a load balancer sets a `base` or `weight` above 0 for `FARGATE` in its strategy, beside `FARGATE_SPOT`.',
  fix: 'add FARGATE to the strategy with a base of the tasks that must always run, and leave the rest to FARGATE_SPOT by weight',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services run on demand unless `capacity` sets a mix, and web services refuse `FargateMix.spotOnly()`; a worker behind a load balancer can have it.',
  causalRank: 'start',
  subject: 'service',
  needs: ['launchType', 'capacityProviderStrategy', 'loadBalancers'],
  reads: ['cluster'],
  check: ({ launchType, capacityProviderStrategy, loadBalancers, cluster }) => {
    if (loadBalancers.length === 0) return [];
    const used = strategyOf(launchType, capacityProviderStrategy, cluster).filter(({ weight, base }) => known(weight) > 0 || known(base) > 0);
    if (used.length === 0 || !used.every(({ provider }) => known(provider) === 'FARGATE_SPOT')) return [];
    return [{ property: 'capacityProviderStrategies', detail: 'capacityProviderStrategies (FARGATE_SPOT only) leave no task that stays' }];
  },
});
