import { resolve } from './resolve';
import { Reference } from './resolved';
import type { Template } from './template';
import { Unknown } from '../facts/fact';

/** JSON with what the intrinsic functions in it stand for; a reason where only the deployment knows. */
export function resolveDeep(template: Template, json: unknown, depth: number): unknown {
  const plain = resolve(template, json, depth);
  if (plain instanceof Unknown) return plain;
  if (plain instanceof Reference) return new Unknown(`${plain.resource.logicalId} is known when the stack is deployed`);
  if (typeof plain.json !== 'object' || plain.json === null) return plain.json;
  const entries: (readonly [string, unknown])[] = [];
  for (const [key, part] of Object.entries(plain.json)) {
    const value = resolveDeep(plain.template, part, depth + 1);
    if (value instanceof Unknown) return value;
    // `AWS::NoValue` takes it away.
    if (value !== undefined) entries.push([key, value]);
  }
  return Array.isArray(plain.json) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
