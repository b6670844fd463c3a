import { Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkKind } from './check-kind';
import { COUNTED_LISTS, DURATIONS, KINDS, LISTS, MAPS_OF_TEXTS, OPTIONS } from './shapes';
import { written } from './written';
import { refuse } from '../gotchas/enforce';

/** Throws for a value of a property that has another shape than every property of its name. The types rule it out, except in JavaScript. */
export function checkShape(at: string, property: string, name: string, value: unknown): void {
  if (COUNTED_LISTS.has(name)) checkCounted(at, property, value);
  if (value === undefined || value === null || Token.isUnresolved(value)) return;
  if (LISTS.has(name)) checkList(at, property, value);
  if (DURATIONS.has(name)) checkDuration(at, property, value);
  if (MAPS_OF_TEXTS.has(name)) checkTexts(at, property, value);
  const example = OPTIONS.get(name);
  if (example) checkOptions(at, property, value, example);
  const kind = KINDS.get(name);
  if (!kind) return;
  const items = Array.isArray(value) ? value as readonly unknown[] : [value];
  items.forEach((item, index) => {
    if (!Token.isUnresolved(item)) checkKind(at, Array.isArray(value) ? `${property}[${index}]` : property, item ?? undefined, kind.member, kind.words);
  });
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
  const seconds = Number(value);
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
      fix: text === undefined ? `set ${name}, or leave it out: a variable of process.env that is not set is undefined` : `write it as a text: ${name}: '${String(text)}'`,
    });
  }
}

function checkOptions(at: string, property: string, value: unknown, example: string): void {
  if (typeof value === 'object' && !Array.isArray(value) && !Construct.isConstruct(value)) return;
  refuse({ headline: `${property} is ${written(value)}, it must be an object of options`, at, property, fix: `write ${property}: ${example}` });
}
