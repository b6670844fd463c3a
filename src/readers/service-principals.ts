import { readAllows, readTexts } from './policy-statements';
import type { Value } from '../cloudformation/value';
import { Unknown, type Fact } from '../facts/fact';

/** True if a resource policy allows a service principal all of the actions. Conditions are taken to hold. */
export function admits(policy: Value, principal: string, actions: readonly string[]): Fact<boolean> {
  const document = policy.document();
  const statements = document instanceof Unknown ? document : document.get('Statement').items();
  if (statements instanceof Unknown) return statements;
  return every(actions.map((action) => some(statements.map((statement) => allows(statement, principal, action)))));
}

function allows(statement: Value, principal: string, action: string): Fact<boolean> {
  if (statement.get('NotPrincipal').isSet() !== false) return new Unknown('a statement of the policy excludes some');
  const named = principalIs(statement.get('Principal'), principal);
  return every([named, readAllows(statement, action)]);
}

function principalIs(principal: Value, service: string): Fact<boolean> {
  if (principal.text() === '*') return true;
  const everyone = readTexts(principal.get('AWS')).some((name) => name === '*');
  if (everyone) return true;
  return some(readTexts(principal.get('Service')).map((name) => name instanceof Unknown ? name : name === '*' || isService(name, service)));
}

// Some regions have principals of their own: sns.ap-east-1.amazonaws.com.
function isService(name: string, service: string): boolean {
  return name.split('.')[0] === service.split('.')[0];
}

/** True if one is, unknown if one may be. */
export function some(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return facts.includes(true) || (facts.find((fact) => fact instanceof Unknown) ?? false);
}

/** False if one is not, unknown if one may not be. */
export function every(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return !facts.includes(false) && (facts.find((fact) => fact instanceof Unknown) ?? true);
}
