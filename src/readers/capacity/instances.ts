import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** Every type that instances of an Auto Scaling group may have. */
export function readInstanceTypes(group: Resource, launch: Value): Fact<readonly Fact<string>[]> {
  const overrides = mixed(group).at('LaunchTemplate', 'Overrides').items();
  if (overrides instanceof Unknown) return overrides;
  const all = overrides.length > 0 ? overrides : [launch];
  if (all.some((one) => one.get('InstanceRequirements').isSet() !== false)) return new Unknown('Auto Scaling picks the instance types');
  return all.map((one) => required(one.get('InstanceType').text()));
}

/** True if some of its instances are Spot Instances. */
export function readSpot(group: Resource, launch: Value): Fact<boolean> {
  const onDemand = mixed(group).at('InstancesDistribution', 'OnDemandPercentageAboveBaseCapacity').number();
  if (onDemand !== undefined) return onDemand instanceof Unknown ? onDemand : onDemand < 100;
  const market = launch.at('InstanceMarketOptions', 'MarketType').text();
  if (market !== undefined) return market instanceof Unknown ? market : market === 'spot';
  return launch.get('SpotPrice').isSet();
}

/** True if instances may have different weights. */
export function readWeighted(group: Resource): Fact<boolean> {
  const overrides = mixed(group).at('LaunchTemplate', 'Overrides').items();
  return overrides instanceof Unknown ? overrides : overrides.some((one) => one.get('WeightedCapacity').isSet() === true);
}

function mixed({ properties }: Resource): Value {
  return properties.get('MixedInstancesPolicy');
}
