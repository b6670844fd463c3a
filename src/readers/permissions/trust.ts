import { statementsIn } from './policy-statements';
import { textWithHoles } from '../text-with-holes';
import type { Value } from '../../cloudformation/value';
import { oneOrMore } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { RoleFacts, TrustConditionFacts, TrustFacts } from '../../facts/role';

/** The services that a trust policy lets assume a role, and on which conditions. */
export function readTrust(policy: Value): Pick<RoleFacts, 'trustedServices' | 'trust'> {
  const document = policy.document();
  if (document instanceof Unknown) return { trustedServices: document };
  const statements = statementsIn(document);
  if (statements instanceof Unknown) return { trustedServices: statements };
  const allowing = statements.filter((statement) => statement.get('Effect').text() !== 'Deny');
  const unclear = allowing.find(namesNoService);
  if (unclear) return { trustedServices: new Unknown('the trust policy names no service') };
  const denied = statements.filter(isDenial).flatMap((statement) => oneOrMore(statement.at('Principal', 'Service')));
  const trust = allowing.map(readAllowed).map((one) => ({
    ...one,
    services: one.services.filter((service) => !denied.includes(service)),
    denied: one.services.filter((service) => denied.includes(service)),
  }));
  return { trustedServices: trust.flatMap(({ services }) => services), trust };
}

// One with a condition may not apply.
function isDenial(statement: Value): boolean {
  return statement.get('Effect').text() === 'Deny' && statement.get('Condition').isSet() === false && oneOrMore(statement.get('Action')).some((action) => (
    ['sts:AssumeRole', 'sts:*', '*'].includes(action as string)));
}

function namesNoService(statement: Value): boolean {
  const principal = statement.get('Principal').entries();
  return principal instanceof Unknown || principal.length === 0;
}

function readAllowed(statement: Value): Omit<TrustFacts, 'denied'> {
  return {
    services: oneOrMore(statement.at('Principal', 'Service')),
    actions: oneOrMore(statement.get('Action')),
    conditions: readConditions(statement.get('Condition')),
  };
}

function readConditions(condition: Value): Fact<readonly TrustConditionFacts[]> {
  const operators = condition.entries();
  if (operators instanceof Unknown) return operators;
  return operators.flatMap(([operator, keys]) => {
    const named = keys.entries();
    return named instanceof Unknown ? [] : named.map(([key, value]) => ({ operator, key: key.toLowerCase(), values: valuesOf(value) }));
  });
}

function valuesOf(value: Value): readonly Fact<string>[] {
  const items = value.items();
  return (items instanceof Unknown ? [value] : items).map(textWithHoles);
}
