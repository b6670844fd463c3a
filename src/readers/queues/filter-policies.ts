import type { Value } from '../../cloudformation/value';
import { anyOf, optional, orDefault } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { FilterFacts } from '../../facts/queue';

/** Operator of a filter that has filters in it, and no field. */
const OR = '$or';

/** The filter of a subscription. */
export function readFilter(subscription: Value): Fact<FilterFacts | undefined> {
  const document = subscription.get('FilterPolicy').document();
  if (document instanceof Unknown) return document;
  return optional(document, (policy) => {
    const fields = policy.entries();
    return {
      scope: orDefault(subscription.get('FilterPolicyScope').text(), 'MessageAttributes'),
      isNested: fields instanceof Unknown ? fields : anyOf(fields.map(([name, value]) => name !== OR && isObject(value))),
      withoutList: fields instanceof Unknown ? fields : fields.filter(([, value]) => isText(value)).map(([name]) => name),
    };
  });
}

function isObject({ json }: Value): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && !Object.keys(json).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

function isText({ json }: Value): boolean {
  return ['string', 'number', 'boolean'].includes(typeof json);
}
