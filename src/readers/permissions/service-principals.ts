import { readAllows, statementsIn } from './policy-statements';
import { textWithHoles } from '../text-with-holes';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { allOf, anyOf, oneOrMore } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

/** A condition that names what a call is for. */
export interface PurposeCondition {
  /** In lower case, as in `aws:sourcearn`. */
  readonly key: string;
  /** False only if the value surely names something else. */
  readonly mayBe: (value: Value) => boolean;
}

/** The condition that names the source of a call, a resource of the app. */
export function fromSource(source: Resource): PurposeCondition {
  return {
    key: 'aws:sourcearn',
    mayBe: (value) => {
      const referred = value.resource();
      return referred instanceof Unknown || referred === undefined || referred === source;
    },
  };
}

/**
 * True if a resource policy allows a service principal all of the actions. Conditions are taken to hold, unless all values of the one that
 * names the purpose of the call name another one.
 */
export function admits(policy: Value, principal: string, actions: readonly string[], purpose?: PurposeCondition): Fact<boolean> {
  const document = policy.document();
  const statements = document instanceof Unknown ? document : statementsIn(document);
  if (statements instanceof Unknown) return statements;
  const applying = statements.filter((statement) => isFor(statement, purpose));
  return allOf(actions.map((action) => anyOf(applying.map((statement) => allows(statement, principal, action)))));
}

function allows(statement: Value, principal: string, action: string): Fact<boolean> {
  if (statement.get('NotPrincipal').isSet() !== false) return new Unknown('a statement of the policy excludes some');
  const named = principalIs(statement.get('Principal'), principal);
  return allOf([named, readAllows(statement, action)]);
}

/** False only if each value of the condition names another purpose. */
function isFor(statement: Value, purpose: PurposeCondition | undefined): boolean {
  const operators = statement.get('Condition').entries();
  if (purpose === undefined || operators instanceof Unknown) return true;
  return operators.every(([operator, keys]) => {
    const named = keys.entries();
    if (named instanceof Unknown || !/^(Arn|String)(Equals|Like)(IfExists)?$/.test(operator)) return true;
    const [, value] = named.find(([key]) => key.toLowerCase() === purpose.key) ?? [];
    if (!value) return true;
    const items = value.items();
    return (items instanceof Unknown ? [value] : items).some(purpose.mayBe);
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
