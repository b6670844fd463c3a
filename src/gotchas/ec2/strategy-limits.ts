import { known } from '../../facts/fact';
import type { CapacityProviderItemFacts } from '../../facts/service';
import { all, each, type Result } from '../definition';
import { isFargate } from '../strategy';

const MOST_PROVIDERS = 20;
const MOST_WEIGHT = 1000;
const MOST_BASE = 100000;

type Strategy = readonly CapacityProviderItemFacts[];

/** Finds the reasons for which ECS refuses a strategy, of a service or as the default of a cluster. */
export function beyondLimits(items: Strategy, property: string): readonly Result[] {
  return all(() => bases(items, property), () => mixture(items, property), () => ranges(items, property), () => count(items, property));
}

function bases(items: Strategy, property: string): readonly Result[] {
  const based = items.filter(({ base }) => known(base) > 0).length;
  return based < 2 ? [] : [{
    property, detail: `base (${based} times) is for one capacity provider of a strategy only`, fix: 'leave one base in the strategy',
  }];
}

function mixture(items: Strategy, property: string): readonly Result[] {
  const providers = items.map(({ provider }) => known(provider));
  return providers.every(isFargate) || !providers.some(isFargate) ? [] : [{
    property,
    detail: `${property} (Fargate and instances) can't be mixed in one strategy`,
    fix: 'name capacity providers of Fargate only, or of instances only',
  }];
}

function ranges(items: Strategy, property: string): readonly Result[] {
  const outside = (what: string, value: number, most: number): readonly Result[] => value >= 0 && value <= most ? [] : [{
    property, detail: `${what} (${value}) goes from 0 to ${most}`, fix: `set ${what} from 0 to ${most}`,
  }];
  return each(items, ({ weight, base }) => [...outside('weight', known(weight), MOST_WEIGHT), ...outside('base', known(base), MOST_BASE)]);
}

function count(items: Strategy, property: string): readonly Result[] {
  return items.length <= MOST_PROVIDERS ? [] : [{
    property,
    detail: `${property} (${items.length}) are more than the ${MOST_PROVIDERS} a strategy takes`,
    fix: `name ${MOST_PROVIDERS} capacity providers at most`,
  }];
}
