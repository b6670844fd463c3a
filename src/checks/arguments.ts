import { Token, type Duration } from 'aws-cdk-lib/core';
import { isOpen } from './open-value';
import { written } from './written';
import { refuse } from '../gotchas/enforce';

/** The largest `Integer` of AWS APIs. */
export const MAX_INT = 2147483647;

/** The whole numbers that a property may have, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** Unit of the number, where the name of the property doesn't contain it. */
  readonly unit?: string;
  readonly docs?: string;
}

/** Throws unless the value is left out, a token, or a whole number in the range. */
export function checkWholeNumber(at: string, property: string, value: number | undefined, range: Range): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return;
  const unit = range.unit ? ` ${range.unit}` : '';
  refuse({
    headline: `${property} is ${written(value)}${unit}, it must be a whole number from ${range.min} to ${range.max}${unit}`,
    at,
    property,
    fix: `set ${property} to a whole number from ${range.min} to ${range.max}${unit}`,
    docs: range.docs,
  });
}

/** Throws unless the duration is left out, a token of seconds, or whole seconds in the range. */
export function checkSeconds(at: string, property: string, value: Duration | undefined, range: Omit<Range, 'unit'>): void {
  if (!isKnownIn('seconds', at, property, value, range.docs)) return;
  checkWholeNumber(at, property, value.toSeconds({ integral: false }), { ...range, unit: 'seconds' });
}

/** Throws unless the duration is left out, a token of minutes, or whole minutes in the range. */
export function checkMinutes(at: string, property: string, value: Duration | undefined, range: Omit<Range, 'unit'>): void {
  if (!isKnownIn('minutes', at, property, value, range.docs)) return;
  checkWholeNumber(at, property, value.toMinutes({ integral: false }), { ...range, unit: 'minutes' });
}

/** Returns true if a duration is known at synthesis. Throws for a token of another unit: no template can convert it. */
function isKnownIn(unit: 'seconds' | 'minutes', at: string, property: string, value: Duration | undefined, docs?: string): value is Duration {
  if (value === undefined) return false;
  if (typeof value.isUnresolved !== 'function') {
    refuse({ headline: `${property} is ${written(value)}, it must be a Duration`, at, property, fix: `use Duration.${unit}(${written(value)})`, docs });
  }
  if (!value.isUnresolved()) return true;
  if (value.unitLabel() === unit) return false;
  return refuse({
    headline: `${property} is a token of ${value.unitLabel()}, which nothing can turn into ${unit} before the deployment`,
    at,
    property,
    fix: `use Duration.${unit}(...) around the token`,
    docs,
  });
}

/** Throws unless the text is left out, a token, or matches. The rule follows the word *must*. */
export function checkText(at: string, property: string, value: string | undefined, allowed: RegExp, rule: string, docs?: string): void {
  if (value === undefined || isOpen(value)) return;
  if (typeof value !== 'string') refuse({ headline: `${property} is ${written(value)}, it must be a text`, at, property, fix: `pass a text as ${property}`, docs });
  if (allowed.test(value)) return;
  refuse({ headline: `${property} is '${value}', it must ${rule}`, at, property, fix: `correct ${property}: it must ${rule}`, docs });
}

/** Throws for the name of a container that only the deployment knows: it is part of construct ids and statement ids. */
export function checkName(at: string, containerName: string): void {
  if (!Token.isUnresolved(containerName)) return;
  refuse({
    headline: 'containerName is a token, it has to be known at synthesis, where constructs are named after it',
    at,
    property: 'containerName',
    fix: 'write the name of the container',
  });
}

/** Throws unless the duration is left out, a token of seconds, or whole seconds. */
export function checkWholeSeconds(at: string, property: string, value: Duration | undefined): void {
  if (!isKnownIn('seconds', at, property, value)) return;
  const seconds = value.toSeconds({ integral: false });
  if (Number.isInteger(seconds)) return;
  refuse({ headline: `${property} is ${seconds} seconds, ECS counts in whole seconds`, at, property, fix: `set ${property} to ${Math.ceil(seconds)} seconds` });
}
