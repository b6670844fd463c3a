import type { Value } from '../cloudformation/value';
import { Unknown, type Fact } from '../facts/fact';
import { coversPattern } from '../facts/wildcards';

/** True if a statement of an identity policy allows an action on some resource. */
export function readAllows(statement: Value, action: string): Fact<boolean> {
  if (statement.get('Effect').text() === 'Deny') return false;
  if (statement.get('NotAction').isSet() !== false) return new Unknown('a statement allows all actions but a few');
  const patterns = readTexts(statement.get('Action'));
  return patterns.some((pattern) => typeof pattern === 'string' && coversPattern(pattern.toLowerCase(), action.toLowerCase()))
    || (patterns.find((pattern) => pattern instanceof Unknown) as Unknown | undefined ?? false);
}

/** IAM takes one text for a list of one. */
export function readTexts(value: Value): readonly Fact<string>[] {
  const one = value.text();
  if (typeof one === 'string') return [one];
  const items = value.items();
  if (items instanceof Unknown) return [items];
  return items.map((item) => item.text() ?? new Unknown('it is left out'));
}
