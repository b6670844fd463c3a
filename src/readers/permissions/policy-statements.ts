import type { Value } from '../../cloudformation/value';
import { anyOf, oneOrMore } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { coversPattern } from '../../facts/wildcards';

/** True if a statement of an identity policy allows an action on some resource. */
export function readAllows(statement: Value, action: string): Fact<boolean> {
  if (statement.get('Effect').text() === 'Deny') return false;
  if (statement.get('NotAction').isSet() !== false) return new Unknown('a statement allows all actions but a few');
  const patterns = oneOrMore(statement.get('Action'));
  return anyOf(patterns.map((pattern) => pattern instanceof Unknown ? pattern : coversPattern(pattern.toLowerCase(), action.toLowerCase())));
}

/** The statements of a policy document. IAM takes a single one without a list around it. */
export function statementsIn(document: Value): Fact<readonly Value[]> {
  const statement = document.get('Statement');
  const isOne = typeof statement.json === 'object' && statement.json !== null && 'Effect' in statement.json;
  return isOne ? [statement] : statement.items();
}
