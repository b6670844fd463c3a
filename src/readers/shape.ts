import { intrinsic } from '../cloudformation/intrinsic';
import type { Resource } from '../cloudformation/template';
import { unknownMacros } from '../cloudformation/unread-parts';
import type { ShapeFacts } from '../facts/shape';

/** Shape of a property: one value, free keys, anything, a list, or named properties; a `!` stands behind those that are required. */
export type Shape = 'value' | 'map' | 'any' | readonly [Shape] | { readonly [property: string]: Shape };

type Json = Readonly<Record<string, unknown>>;

/** Adds the faults of a value to a list. The path is the way to the value, and changes with it. */
type Search = (json: unknown, path: string[], found: ShapeFacts[]) => void;

/** Creates a reader of the parts of a resource that do not have the shape of the schema of CloudFormation. The shape is taken apart once, for all resources. */
export function shapeReader(shape: Shape): (resource: Resource) => readonly ShapeFacts[] {
  const search = searchFor(shape);
  return ({ template, properties }) => {
    const found: ShapeFacts[] = [];
    // What a macro makes of the template has its shape; the template is reported as not checked as a whole.
    if (unknownMacros(template.source.body).length === 0) search(properties.json, [], found);
    return found;
  };
}

function searchFor(shape: Shape): Search {
  if (shape === 'any') return () => undefined;
  const inPlain = searchInPlain(shape);
  const search: Search = (json, path, found) => {
    if (json === undefined) return;
    const name = intrinsic(json);
    if (json === null) found.push(fault(path, 'null', 'null'));
    else if (name === undefined) inPlain(json, path, found);
    else if (name === 'Fn::If') for (const branch of branchesOf((json as Json)[name])) search(branch, path, found);
  };
  return search;
}

function searchInPlain(shape: Exclude<Shape, 'any'>): Search {
  if (shape === 'value') return (json, path, found) => { if (typeof json === 'object') found.push(fault(path, 'value', kindOf(json))); };
  if (shape === 'map') return (json, path, found) => { if (!isObject(json)) found.push(fault(path, 'object', kindOf(json))); };
  return isList(shape) ? searchInList(shape[0]) : searchInObject(shape);
}

function searchInList(shape: Shape): Search {
  const inItem = searchFor(shape);
  return (json, path, found) => {
    if (!Array.isArray(json)) found.push(fault(path, 'list', kindOf(json)));
    else json.forEach((item, index) => { below(String(index), path, inItem, item, found); });
  };
}

function searchInObject(shape: Readonly<Record<string, Shape>>): Search {
  const searches = new Map(Object.entries(shape).map(([name, own]) => [nameOf(name), searchFor(own)]));
  const required = Object.keys(shape).filter((name) => name.endsWith('!')).map(nameOf);
  return (json, path, found) => {
    if (!isObject(json)) {
      found.push(fault(path, 'object', kindOf(json)));
      return;
    }
    const keys = Object.keys(json);
    const unknown = keys.filter((key) => !searches.has(key) && !key.startsWith('Fn::'));
    if (unknown.length > 0) found.push({ path: path.join('.'), fault: 'unknown', found: '', keys: unknown, words: [...searches.keys()] });
    for (const name of required) {
      if (!Object.hasOwn(json, name) && !mayBe(name, keys, unknown)) found.push(fault([...path, name], 'missing', 'not set'));
    }
    for (const key of keys) {
      const search = searches.get(key);
      if (search) below(key, path, search, json[key], found);
    }
  };
}

// A macro may add what is missing, and a key in another case is meant as the property.
function mayBe(name: string, keys: readonly string[], unknown: readonly string[]): boolean {
  return keys.some((key) => key.startsWith('Fn::')) || unknown.some((key) => key.toLowerCase() === name.toLowerCase());
}

function below(name: string, path: string[], search: Search, json: unknown, found: ShapeFacts[]): void {
  path.push(name);
  search(json, path, found);
  path.pop();
}

function isList(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && !Array.isArray(json);
}

function nameOf(name: string): string {
  return name.endsWith('!') ? name.slice(0, -1) : name;
}

function fault(path: readonly string[], kind: ShapeFacts['fault'], found: string): ShapeFacts {
  return { path: path.join('.'), fault: kind, found, keys: [], words: [] };
}

function branchesOf(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? argument.slice(1) : [];
}

function kindOf(json: unknown): string {
  return Array.isArray(json) ? 'a list' : typeof json === 'object' ? 'an object' : 'one value';
}
