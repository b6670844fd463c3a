import { KNOWN_TYPES, type ReferenceKind } from './reference-kinds';
import { argumentOf, intrinsic } from '../cloudformation/intrinsic';
import { Reference } from '../cloudformation/resolved';
import { Value } from '../cloudformation/value';
import { Unknown } from '../facts/fact';
import type { ReferenceFacts } from '../facts/reference';

const NONE: readonly ReferenceFacts[] = [];

/** Place of a reference, with `*` for each item of a list, and the kind of what it must yield. */
export type ReferencePlace = readonly [path: readonly string[], kind: ReferenceKind];

/** A place as a text, with dots between its parts. */
export function referenceAt(path: string, kind: ReferenceKind): ReferencePlace {
  return [path.split('.'), kind];
}

/** References to resources of the app that yield something else than their property takes. Only the deployment knows what others yield. */
export function readReferences(properties: Value, places: readonly ReferencePlace[]): readonly ReferenceFacts[] {
  return places.flatMap((place) => inPlace(properties, place, 0, ''));
}

/** The part of the path at `depth` is in the value. */
function inPlace(value: Value, place: ReferencePlace, depth: number, at: string): readonly ReferenceFacts[] {
  if (typeof value.json !== 'object') return NONE;
  const [path, kind] = place;
  if (depth === path.length) return atEnd(value, kind, at);
  const part = path[depth];
  if (part !== '*') return inPlace(value.get(part), place, depth + 1, at === '' ? part : `${at}.${part}`);
  const items = value.items();
  return items instanceof Unknown ? NONE : items.flatMap((item, index) => inPlace(item, place, depth + 1, `${at}.${index}`));
}

function atEnd(value: Value, kind: ReferenceKind, path: string): readonly ReferenceFacts[] {
  if (intrinsic(value.json) === 'Fn::If') {
    const branches = argumentOf(value.json);
    return Array.isArray(branches) ? branches.slice(1).flatMap((branch) => atEnd(new Value(value.template, branch), kind, path)) : NONE;
  }
  // Fn::Sub has a text around each variable, mostly an empty one.
  const [piece, ...others] = value.pieces().filter((one) => one !== '');
  return piece instanceof Reference && others.length === 0 ? misfit(piece, kind, path) : NONE;
}

function misfit({ resource, attribute = 'Ref' }: Reference, { needed, from, failsAtStart = false, typeIsChecked = false }: ReferenceKind, path: string): readonly ReferenceFacts[] {
  const right = from[resource.type];
  if (right === undefined ? typeIsChecked || !KNOWN_TYPES.has(resource.type) : right.includes(attribute)) return [];
  return [{ path, written: `${attribute} of ${resource.logicalId}`, needed, right: right && referenceTo(resource.logicalId, right[0]), failsAtStart }];
}

function referenceTo(logicalId: string, attribute: string): string {
  return attribute === 'Ref' ? `Ref of ${logicalId}` : `Fn::GetAtt of ${logicalId} and ${attribute}`;
}
