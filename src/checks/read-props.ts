import { checkShape } from './check-shape';
import { FREE, MAPS_OF_TEXTS } from './shapes';
import { refuse } from '../gotchas/enforce';

const DEEPEST = 6;

/**
 * The properties of a construct as they are used: `null` counts as left out, also within options.
 *
 * Throws for a property that is required and left out, and for an item of a list that is. The types rule both out, except in
 * JavaScript.
 */
export function readProps<P extends object>(at: string, props: P, required: readonly (keyof P & string)[] = [], place = ''): P {
  const read = withoutNulls(at, place, props ?? {}, DEEPEST) as P;
  for (const property of required) {
    if (read[property] !== undefined) continue;
    const name = place ? `${place}.${property}` : property;
    refuse({ headline: `${name} is left out, it is required`, at, property: name, fix: `pass ${name}` });
  }
  return read;
}

/** Copies what contains `null` and nothing else: constructs, tokens and other objects with a class stay what they are. Names in a `free` object are no properties. */
function withoutNulls(at: string, place: string, value: unknown, depth: number, free = false): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return items(at, place, value, depth, free);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  const read = entries.map(([name, one]): [string, unknown] => {
    const property = place ? `${place}.${name}` : name;
    if (!free) checkShape(at, property, name, one);
    return [name, one === null ? undefined : withoutNulls(at, property, one, depth - 1, free || FREE.has(name) || MAPS_OF_TEXTS.has(name))];
  });
  return read.some(([, one], index) => one !== entries[index][1]) ? Object.fromEntries(read) : value;
}

function items(at: string, place: string, list: readonly unknown[], depth: number, free: boolean): readonly unknown[] {
  const read = list.map((item, index) => {
    const property = `${place}[${index}]`;
    if (item === null || item === undefined) {
      refuse({ headline: `${property} is ${item}`, at, property, fix: `leave ${property} out of the list` });
    }
    return withoutNulls(at, property, item, depth - 1, free);
  });
  return read.some((one, index) => one !== list[index]) ? read : list;
}
