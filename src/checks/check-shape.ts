import { Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkKind } from './check-kind';
import { COUNTED_LISTS, DURATIONS, KINDS, LISTS, LISTS_OF_TEXTS, MAPS_OF_TEXTS, OPTIONS, REQUIRED_OPTIONS, SWITCHES, TEXTS, WORDS, type OptionGroup } from './shapes';
import { numberIn, written } from './written';
import { RETENTIONS } from '../facts/log-group';
import { refuse } from '../gotchas/enforce';

/** Throws for a value of a property that has another shape than every property of its name. The types rule it out, except in JavaScript. */
export function checkShape(at: string, property: string, name: string, value: unknown): void {
  if (COUNTED_LISTS.has(name)) checkCounted(at, property, value);
  if (value === undefined || value === null || isToken(value)) return;
  if (LISTS.has(name)) checkList(at, property, value);
  if (DURATIONS.has(name)) checkDuration(at, property, value);
  if (MAPS_OF_TEXTS.has(name)) checkTexts(at, property, value);
  if (TEXTS.has(name) || WORDS.has(name)) checkIsText(at, property, value);
  if (LISTS_OF_TEXTS.has(name)) eachOf(property, value, (item, place) => checkIsText(at, place, item));
  if (SWITCHES.has(name)) checkSwitch(at, property, value);
  if (name === 'retention') checkRetention(at, property, value);
  const group = REQUIRED_OPTIONS.get(name);
  if (group) eachOf(property, value, (item, place) => checkRequired(at, place, item, group));
  const example = OPTIONS.get(name);
  if (example) checkOptions(at, property, value, example);
  const kind = KINDS.get(name);
  if (!kind) return;
  if (Array.isArray(value) && !LISTS.has(name)) checkKind(at, property, value, kind.member, kind.words);
  eachOf(property, value, (item, place) => checkKind(at, place, item, kind.member, kind.words));
}

/** A stack has the method by which the CDK knows tokens. */
function isToken(value: unknown): boolean {
  return Token.isUnresolved(value) && !Construct.isConstruct(value);
}

/** Calls a check for a value, or for each item of a list, that this synthesis knows. */
function eachOf(property: string, value: unknown, check: (item: unknown, place: string) => void): void {
  const items = Array.isArray(value) ? value as readonly unknown[] : [value];
  items.forEach((item, index) => {
    // The list itself is refused for an item that is left out.
    if (item === undefined || item === null || isToken(item)) return;
    check(item, Array.isArray(value) ? `${property}[${index}]` : property);
  });
}

function checkIsText(at: string, property: string, value: unknown): void {
  if (typeof value === 'string') return;
  refuse({ headline: `${property} is ${written(value)}, it must be a text`, at, property, fix: fixOfText('', value) });
}

function checkSwitch(at: string, property: string, value: unknown): void {
  if (typeof value === 'boolean') return;
  refuse({
    headline: `${property} is ${written(value)}, it must be true or false`,
    at,
    property,
    fix: value === 'true' || value === 'false' ? `write it without quotes: ${value}` : 'write true or false, or leave it out',
  });
}

/** The days of the CDK for logs that are kept for ever. */
const FOR_EVER = 9999;

function checkRetention(at: string, property: string, value: unknown): void {
  if (typeof value === 'number' && (RETENTIONS.includes(value) || value === FOR_EVER)) return;
  const next = typeof value === 'number' ? RETENTIONS.find((days) => days > value) : undefined;
  refuse({
    headline: `${property} is ${written(value)}, it must be a number of days that CloudWatch Logs has`,
    at,
    property,
    fix: next === undefined ? 'use a value of logs.RetentionDays: logs.RetentionDays.ONE_MONTH' : `use a value of logs.RetentionDays: the next one has ${next} days`,
    docs: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  });
}

function checkRequired(at: string, property: string, value: unknown, { required, example }: OptionGroup): void {
  checkOptions(at, property, value, example);
  const missing = required.find((name) => ((value as { readonly [name: string]: unknown })[name] ?? undefined) === undefined);
  if (missing === undefined) return;
  refuse({ headline: `${property}.${missing} is left out, it is required`, at, property: `${property}.${missing}`, fix: `pass ${required.join(', ')}: ${example}` });
}

function checkList(at: string, property: string, value: unknown): void {
  if (Array.isArray(value)) return;
  refuse({
    headline: `${property} is ${written(value)}, it must be a list`,
    at,
    property,
    fix: typeof value === 'string' ? `write a list: [${value.split(' ').map(written).join(', ')}]` : 'put the value into a list: [value]',
  });
}

function checkCounted(at: string, property: string, value: unknown): void {
  if (!Array.isArray(value) || !Token.isUnresolved(value)) return;
  refuse({
    headline: `${property} is a list that only the deployment knows, and its items have to be known at synthesis`,
    at,
    property,
    fix: 'write the list, with tokens in it if need be: [token]',
  });
}

function checkDuration(at: string, property: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && 'toSeconds' in value) return;
  const seconds = numberIn(value);
  refuse({
    headline: `${property} is ${written(value)}, it must be a Duration`,
    at,
    property,
    fix: `use Duration.seconds(${Number.isFinite(seconds) && seconds > 0 ? seconds : 30})`,
  });
}

function checkTexts(at: string, property: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse({ headline: `${property} is ${written(value)}, it must be an object of names and texts`, at, property, fix: `write ${property}: { NAME: 'value' }` });
  }
  for (const [name, text] of Object.entries(value)) {
    if (text === null || typeof text === 'string' || Token.isUnresolved(text)) continue;
    const place = `${property}.${name}`;
    refuse({
      headline: `${place} is ${written(text)}, it must be a text`,
      at,
      property: place,
      fix: text === undefined ? `set ${name}, or leave it out: a variable of process.env that is not set is undefined` : fixOfText(name, text),
    });
  }
}

function fixOfText(name: string, value: unknown): string {
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
  return isPlain ? `write it as a text: ${name && `${name}: `}'${String(value)}'` : `pass a text${name && ` as ${name}`}`;
}

function checkOptions(at: string, property: string, value: unknown, example: string): void {
  if (typeof value === 'object' && !Array.isArray(value) && !Construct.isConstruct(value)) return;
  refuse({ headline: `${property} is ${written(value)}, it must be an object of options`, at, property, fix: `write ${property}: ${example}` });
}
