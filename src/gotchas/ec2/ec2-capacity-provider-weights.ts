import { known } from '../../facts/fact';
import type { CapacityProviderItemFacts } from '../../facts/service';
import { beyondLimits } from './strategy-limits';
import { all, defineGotcha, type Result } from '../definition';
import { strategyOf } from '../strategy';

export const ec2CapacityProviderWeights = defineGotcha({
  id: 'ec2-capacity-provider-weights',
  title: 'A capacity provider strategy that ECS does not take',
  consequence: 'rejected',
  symptom: '`At least one capacity provider must have a weight value greater than zero`',
  why: 'A weight that is left out is 0, and a provider with weight 0 gets no task beyond its base. ECS refuses a strategy in which all weights are 0, or that it can\'t divide tasks by.',
  rule: 'A strategy has at most 20 providers, all of Fargate or all of instances. One weight at least is above 0, one `base` at most; weights go from 0 to 1000, a base from 0 to 100000.',
  fix: 'set a weight of 1 or more on one capacity provider of the strategy',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services use the whole strategy of `Ec2Capacity`.',
  subject: 'service',
  needs: ['launchType', 'capacityProviderStrategy', 'cluster'],
  check: ({ launchType, capacityProviderStrategy, cluster }) => {
    const items = strategyOf(launchType, capacityProviderStrategy, cluster);
    // The limits of the default of a cluster are checked at the cluster: ECS refuses it there, but takes weights of 0 until a service uses it.
    return all(() => zeroWeights(items), () => beyondLimits(capacityProviderStrategy, property));
  },
});

const property = 'capacityProviderStrategies';

function zeroWeights(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  if (items.length === 0 || items.some(({ weight }) => known(weight) > 0)) return [];
  return [{ property, detail: `weight (0) of each capacity provider leaves ${property} without a provider for a task` }];
}
