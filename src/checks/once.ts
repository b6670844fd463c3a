import { Token } from 'aws-cdk-lib/core';
import { refuse } from '../gotchas/enforce';

/** Throws for a list that has a value twice. AWS refuses such lists, or takes the two for one without a word. */
export function checkOnce<T>(
  at: string, property: string, values: readonly T[] = [], nameOf: (value: T) => unknown = (value) => value, docs?: string,
): void {
  if (Token.isUnresolved(values)) return;
  const names = values.map(nameOf);
  const again = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (again < 0) return;
  const name = names[again];
  const value = Token.isUnresolved(name) || typeof name === 'object' ? 'a value' : JSON.stringify(name);
  refuse({
    headline: `${property} has ${value} twice, at ${names.indexOf(name)} and ${again}`,
    at,
    property,
    fix: `leave one of the two out of ${property}`,
    docs,
  });
}
