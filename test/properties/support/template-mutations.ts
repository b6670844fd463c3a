import * as fc from 'fast-check';

type Path = readonly (string | number)[];

/** One change of a template at any place. */
export interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'replace' | 'retype' | 'swap' | 'rename';
  /** Places, counted over all there are. */
  readonly place: number;
  readonly other: number;
  readonly value: unknown;
}

/** Stands for a reference to the resource that it is in. */
const CIRCLE = { circle: true };

const intrinsics = fc.constantFrom<unknown>(
  { Ref: 'Gone' }, { Ref: 'AWS::NoValue' }, { Ref: 'AWS::Region' }, { Ref: 7 }, { Ref: null },
  { 'Fn::GetAtt': [] }, { 'Fn::GetAtt': 'Gone.Arn' }, { 'Fn::GetAtt': ['Gone'] }, { 'Fn::GetAtt': { a: 1 } }, { 'Fn::GetAtt': [null, 'Arn'] },
  { 'Fn::If': ['Gone', 1, 2] }, { 'Fn::If': [] }, { 'Fn::If': ['Gone', { Ref: 'AWS::NoValue' }, []] },
  { 'Fn::Join': [] }, { 'Fn::Join': ['', { Ref: 'Gone' }] }, { 'Fn::Join': [{ Ref: 'Gone' }, ['a']] },
  { 'Fn::Sub': '${Gone.Arn}${!x}${' }, { 'Fn::Sub': ['${a}', { a: null }] }, { 'Fn::Sub': ['${constructor}', {}] },
  { 'Fn::Select': [9, ['a']] }, { 'Fn::Select': ['x', { 'Fn::GetAZs': '' }] }, { 'Fn::Split': [',', { Ref: 'Gone' }] },
  { 'Fn::ImportValue': { Ref: 'Gone' } }, { 'Fn::ImportValue': 'nobody' }, { 'Fn::FindInMap': ['a', 'b', 'c'] }, { 'Fn::Base64': 7 },
  { 'Fn::Transform': { Name: 'x' } }, { 'Fn::ToString': [] }, { 'Ref': 'a', 'Fn::Sub': 'b' },
);

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', ' ', [], {}, [[]], [null], [[[]], {}], '__proto__', 'constructor', { constructor: 1 }, { length: -1 }),
  fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.jsonValue({ maxDepth: 3 }),
);

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(fc.record({
  kind: fc.constantFrom<Mutation['kind']>('delete', 'duplicate', 'replace', 'replace', 'retype', 'swap', 'rename'),
  place: fc.nat(),
  other: fc.nat(),
  value: fc.oneof({ weight: 2, arbitrary: intrinsics }, { weight: 2, arbitrary: junk }, { weight: 1, arbitrary: fc.constant(CIRCLE) }),
}), { minLength: 1, maxLength: 6 });

/** A copy of a template with changes made to it, one after the other. */
export function mutated(template: unknown, changes: readonly Mutation[]): unknown {
  const copy = structuredClone(template);
  for (const change of changes) {
    const places = placesIn(copy);
    if (places.length > 0) apply(copy, change, places);
  }
  return copy;
}

function apply(template: unknown, { kind, place, other, value }: Mutation, places: readonly Path[]): void {
  const path = places[place % places.length];
  const [holder, key] = holderOf(template, path);
  switch (kind) {
    case 'delete':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 'duplicate':
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      else holder[`${key}Again`] = structuredClone(holder[key]);
      break;
    case 'replace':
      holder[key] = isCircle(value) ? { 'Fn::GetAtt': [String(path[1] ?? path[0]), 'Arn'] } : value;
      break;
    case 'retype':
      holder[key] = retyped(holder[key]);
      break;
    case 'swap': {
      const [otherHolder, otherKey] = holderOf(template, places[other % places.length]);
      const copies = [structuredClone(holder[key]), structuredClone(otherHolder[otherKey])];
      [otherHolder[otherKey], holder[key]] = copies;
      break;
    }
    case 'rename':
      rename(holder, key);
  }
}

// The items of a list have no names, only an order.
function rename(holder: any, key: string | number): void {
  if (Array.isArray(holder)) {
    holder.reverse();
    return;
  }
  holder[`x${key}`] = holder[key];
  delete holder[key];
}

function isCircle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'circle' in value;
}

function retyped(value: unknown): unknown {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return `${value}`;
  if (Array.isArray(value)) return { ...value };
  return typeof value === 'object' && value !== null ? Object.values(value) : String(value);
}

/** Each place below the root: the way to it. */
function placesIn(json: unknown, path: Path = []): Path[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, child]) => [[...path, key], ...placesIn(child, [...path, key])]);
}

function holderOf(template: unknown, path: Path): [any, string | number] {
  const holder = path.slice(0, -1).reduce<any>((at, key) => at[key], template);
  return [holder, path[path.length - 1]];
}
