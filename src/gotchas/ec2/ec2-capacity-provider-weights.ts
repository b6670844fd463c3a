import { known } from '../../facts/fact';
import type { CapacityProviderItemFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';
import { isFargate, strategyOf } from '../strategy';

const MOST_PROVIDERS = 20;
const MOST_WEIGHT = 1000;
const MOST_BASE = 100000;

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
    return all(() => zeroWeights(items), () => bases(items), () => mixture(items), () => ranges(items), () => count(items));
  },
});

const property = 'capacityProviderStrategies';

function zeroWeights(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  if (items.length === 0 || items.some(({ weight }) => known(weight) > 0)) return [];
  return [{ property, detail: `weight (0) of each capacity provider leaves ${property} without a provider for a task` }];
}

function bases(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  const based = items.filter(({ base }) => known(base) > 0).length;
  return based < 2 ? [] : [{
    property, detail: `base (${based} times) is for one capacity provider of a strategy only`, fix: 'leave one base in the strategy',
  }];
}

function mixture(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  const providers = items.map(({ provider }) => known(provider));
  return providers.every(isFargate) || !providers.some(isFargate) ? [] : [{
    property,
    detail: `${property} (Fargate and instances) can't be mixed in one strategy`,
    fix: 'name capacity providers of Fargate only, or of instances only',
  }];
}

function ranges(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  return each(items, ({ weight, base }) => [
    ...outside('weight', known(weight), MOST_WEIGHT),
    ...outside('base', known(base), MOST_BASE),
  ]);
}

function outside(what: string, value: number, most: number): readonly Result[] {
  return value >= 0 && value <= most ? [] : [{ property, detail: `${what} (${value}) goes from 0 to ${most}`, fix: `set ${what} from 0 to ${most}` }];
}

function count(items: readonly CapacityProviderItemFacts[]): readonly Result[] {
  return items.length <= MOST_PROVIDERS ? [] : [{
    property,
    detail: `${property} (${items.length}) are more than the ${MOST_PROVIDERS} a strategy takes`,
    fix: `name ${MOST_PROVIDERS} capacity providers at most`,
  }];
}
