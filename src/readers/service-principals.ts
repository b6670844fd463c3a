import { readAllows } from './policy-statements';
import type { Value } from '../cloudformation/value';
import { allOf, anyOf, oneOrMore } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';

/** True if a resource policy allows a service principal all of the actions. Conditions are taken to hold. */
export function admits(policy: Value, principal: string, actions: readonly string[]): Fact<boolean> {
  const document = policy.document();
  const statements = document instanceof Unknown ? document : document.get('Statement').items();
  if (statements instanceof Unknown) return statements;
  return allOf(actions.map((action) => anyOf(statements.map((statement) => allows(statement, principal, action)))));
}

function allows(statement: Value, principal: string, action: string): Fact<boolean> {
  if (statement.get('NotPrincipal').isSet() !== false) return new Unknown('a statement of the policy excludes some');
  const named = principalIs(statement.get('Principal'), principal);
  return allOf([named, readAllows(statement, action)]);
}

function principalIs(principal: Value, service: string): Fact<boolean> {
  if (principal.text() === '*') return true;
  const everyone = oneOrMore(principal.get('AWS')).some((name) => name === '*');
  if (everyone) return true;
  return anyOf(oneOrMore(principal.get('Service')).map((name) => name instanceof Unknown ? name : name === '*' || isService(name, service)));
}

// Some regions have principals of their own: sns.ap-east-1.amazonaws.com.
function isService(name: string, service: string): boolean {
  return name.split('.')[0] === service.split('.')[0];
}
