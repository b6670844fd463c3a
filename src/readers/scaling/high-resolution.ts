import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** Names of the metrics that a service publishes every 20 seconds. */
export function readHighResolution(configurations: Value): Fact<readonly Fact<string>[]> {
  const items = configurations.items();
  if (items instanceof Unknown) return items;
  const resolutions = items.map((item) => item.get('ResolutionSeconds').number());
  const unknown = resolutions.find((resolution) => resolution instanceof Unknown);
  if (unknown) return unknown as Unknown;
  const names = items.filter((_, index) => resolutions[index] === 20).map((item) => list(item.get('MetricNames'), (name) => required(name.text())));
  return names.find((each) => each instanceof Unknown) as Unknown | undefined ?? names.flatMap((each) => each as readonly Fact<string>[]);
}
