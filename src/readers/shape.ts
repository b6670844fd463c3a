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
  const keys = Object.keys(json);
  const found = keys.flatMap((key) => faultsIn(json[key], shapeOf(key, shape) ?? 'any', join(path, key)));
  const unknown = keys.filter((key) => shapeOf(key, shape) === undefined && !key.startsWith('Fn::'));
  // A macro may add what is missing.
  const mayGrow = keys.some((key) => key.startsWith('Fn::'));
  const missing = mayGrow ? [] : Object.keys(shape).filter((name) => name.endsWith('!') && !Object.hasOwn(json, nameOf(name))).map(nameOf);
  if (unknown.length === 0) return [...missing.map((name) => fault(join(path, name), 'missing', 'not set')), ...found];
  const isInCase = (name: string): boolean => unknown.some((key) => key.toLowerCase() === name.toLowerCase());
  return [
    { path, fault: 'unknown', found: '', keys: unknown, words: Object.keys(shape).map(nameOf) },
    ...missing.filter((name) => !isInCase(name)).map((name) => fault(join(path, name), 'missing', 'not set')),
    ...found,
  ];
}

function shapeOf(key: string, shape: Properties): Shape | undefined {
  return Object.hasOwn(shape, key) ? shape[key] : Object.hasOwn(shape, `${key}!`) ? shape[`${key}!`] : undefined;
}

function nameOf(name: string): string {
  return name.endsWith('!') ? name.slice(0, -1) : name;
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
