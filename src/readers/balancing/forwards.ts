import type { Value } from '../../cloudformation/value';
import { identity, list, optional, orDefault } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { ForwardFacts } from '../../facts/listener';

/** Actions of a listener, or of a rule of one, that forward with a `ForwardConfig`. */
export function readForwards(actions: Value): Fact<readonly ForwardFacts[]> {
  const items = actions.items();
  if (items instanceof Unknown) return items;
  return items.filter((action) => action.get('ForwardConfig').isSet() !== false).map((action) => readForward(action.get('ForwardConfig')));
}

function readForward(config: Value): ForwardFacts {
  return {
    targets: list(config.get('TargetGroups'), (item) => ({
      group: identity(item.get('TargetGroupArn')),
      weight: item.get('Weight').number(),
    })),
    stickiness: optional(config.get('TargetGroupStickinessConfig'), (sticky) => ({
      enabled: orDefault(sticky.get('Enabled').flag(), false),
      durationSeconds: sticky.get('DurationSeconds').number(),
    })),
  };
}
