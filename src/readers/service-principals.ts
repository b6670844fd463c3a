import { textWithHoles } from './container-settings';
import { readAllows, statementsIn } from './policy-statements';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { allOf, anyOf, oneOrMore } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import { HOLE } from '../facts/image';

/**
 * True if a resource policy allows a service principal all of the actions. Conditions are taken to hold, unless one names another resource
 * of the app than the source of the call.
 */
export function admits(policy: Value, principal: string, actions: readonly string[], source?: Resource): Fact<boolean> {
  const document = policy.document();
  const statements = document instanceof Unknown ? document : statementsIn(document);
  if (statements instanceof Unknown) return statements;
  const applying = statements.filter((statement) => isFor(statement, source));
  return allOf(actions.map((action) => anyOf(applying.map((statement) => allows(statement, principal, action)))));
}

function allows(statement: Value, principal: string, action: string): Fact<boolean> {
  if (statement.get('NotPrincipal').isSet() !== false) return new Unknown('a statement of the policy excludes some');
  const named = principalIs(statement.get('Principal'), principal);
  return allOf([named, readAllows(statement, action)]);
}

/** False only if each value of a condition on `aws:SourceArn` is a resource of the app other than the source. */
function isFor(statement: Value, source: Resource | undefined): boolean {
  const operators = statement.get('Condition').entries();
  if (source === undefined || operators instanceof Unknown) return true;
  return operators.every(([operator, keys]) => {
    const named = keys.entries();
    if (named instanceof Unknown || !/^(Arn|String)(Equals|Like)(IfExists)?$/.test(operator)) return true;
    const [, value] = named.find(([key]) => key.toLowerCase() === 'aws:sourcearn') ?? [];
    if (!value) return true;
    const items = value.items();
    const values = items instanceof Unknown ? [value] : items;
    return values.some((one) => {
      const referred = one.resource();
      return referred instanceof Unknown || referred === undefined || referred === source;
    });
  });
}

function principalIs(principal: Value, service: string): Fact<boolean> {
  if (principal.text() === '*') return true;
  const everyone = oneOrMore(principal.get('AWS')).some((name) => name === '*');
  if (everyone) return true;
  const services = principal.get('Service').items();
  const names = services instanceof Unknown ? [principal.get('Service')] : services;
  return anyOf(names.map(textWithHoles).map((name) => {
    if (name instanceof Unknown) return name;
    return name.startsWith(HOLE) ? new Unknown('the service is known when the stack is deployed') : name === '*' || isService(name, service);
  }));
}

// Some regions have principals of their own: sns.ap-east-1.amazonaws.com.
function isService(name: string, service: string): boolean {
  return name.split('.')[0] === service.split('.')[0];
}
