import { argumentOf, intrinsic } from '../cloudformation/intrinsic';
import type { Resource } from '../cloudformation/template';
import { unknownMacros } from '../cloudformation/unread-parts';
import type { ShapeFacts } from '../facts/shape';

/** Shape of a property: one value, free keys, anything, a list, or named properties; a `!` stands behind those that are required. */
export type Shape = 'value' | 'map' | 'any' | readonly [Shape] | { readonly [property: string]: Shape };

/** Parts of a resource that do not have the shape of the schema of CloudFormation. */
export function readShape({ template, properties }: Resource, shape: Shape): readonly ShapeFacts[] {
  // What a macro makes of the template has its shape; the template is reported as not checked as a whole.
  return unknownMacros(template.source.body).length > 0 ? [] : faultsIn(properties.json, shape, '');
}

function faultsIn(json: unknown, shape: Shape, path: string): readonly ShapeFacts[] {
  if (json === undefined || shape === 'any') return [];
  if (json === null) return [fault(path, 'null', 'null')];
  const name = intrinsic(json);
  if (name === 'Fn::If') return branchesOf(argumentOf(json)).flatMap((branch) => faultsIn(branch, shape, path));
  if (name !== undefined) return [];
  if (shape === 'value') return typeof json === 'object' ? [fault(path, 'value', kindOf(json))] : [];
  if (Array.isArray(shape)) {
    return Array.isArray(json) ? json.flatMap((item, index) => faultsIn(item, (shape as readonly [Shape])[0], join(path, String(index)))) : [fault(path, 'list', kindOf(json))];
  }
  if (typeof json !== 'object' || Array.isArray(json)) return [fault(path, 'object', kindOf(json))];
  return shape === 'map' ? [] : inObject(json as Readonly<Record<string, unknown>>, shape as Properties, path);
}

type Properties = Readonly<Record<string, Shape>>;

function inObject(json: Readonly<Record<string, unknown>>, shape: Properties, path: string): readonly ShapeFacts[] {
  const shapes = new Map(Object.entries(shape).map(([name, one]) => [name.replace('!', ''), one]));
  const keys = Object.keys(json);
  const words = [...shapes.keys()];
  const unknown = keys.filter((key) => !shapes.has(key) && !key.startsWith('Fn::'));
  const inCase = words.filter((word) => unknown.some((key) => key.toLowerCase() === word.toLowerCase()));
  // A macro may add what is missing.
  const required = keys.some((key) => key.startsWith('Fn::')) ? [] : Object.keys(shape).filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return [
    ...unknown.length === 0 ? [] : [{ path, fault: 'unknown' as const, found: '', keys: unknown, words }],
    ...required.filter((name) => !(name in json) && !inCase.includes(name)).map((name) => fault(join(path, name), 'missing', 'not set')),
    ...keys.flatMap((key) => faultsIn(json[key], shapes.get(key) ?? 'any', join(path, key))),
  ];
}

function fault(path: string, kind: ShapeFacts['fault'], found: string): ShapeFacts {
  return { path, fault: kind, found, keys: [], words: [] };
}

function branchesOf(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? argument.slice(1) : [];
}

function kindOf(json: unknown): string {
  return Array.isArray(json) ? 'a list' : typeof json === 'object' ? 'an object' : 'one value';
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
