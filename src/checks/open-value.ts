import { Token } from 'aws-cdk-lib/core';

/** The only item of a list that is a token. */
const LIST_TOKEN = /^#\{Token\[/;
/** The value of a parameter until `valueFromLookup` has looked it up after a first synthesis. */
const NOT_LOOKED_UP = 'dummy-value-for-';

/** Returns true for a text that this synthesis does not know: a token, the item of a list that is one, or a value that is yet to be looked up. */
export function isOpen(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  return typeof value === 'string' && (LIST_TOKEN.test(value) || value.includes(NOT_LOOKED_UP));
}
