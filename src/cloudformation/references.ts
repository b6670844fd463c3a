import type { App } from './app';
import { intrinsic } from './intrinsic';
import { memoize } from './memoize';
import { resolve } from './resolve';
import { Reference } from './resolved';
import type { Resource, Template } from './template';
import { textPieces } from './text-pieces';
import { Unknown } from '../facts/fact';

interface Referrers {
  readonly resources: Set<Resource>;
  /** An output of a stack exposes it. */
  exported: boolean;
}

/** References to each resource, from any property. Walks the whole app: a narrower question is cheaper. */
export const referrers = memoize((app: App): ReadonlyMap<Resource, Referrers> => {
  const found = new Map<Resource, Referrers>();
  const entry = (resource: Resource): Referrers => {
    const known = found.get(resource) ?? { resources: new Set<Resource>(), exported: false };
    found.set(resource, known);
    return known;
  };
  for (const template of app.allTemplates()) {
    for (const resource of template.resources.values()) {
      // Arguments of a nested stack count where its template uses them.
      if (app.nestedIn(resource)) continue;
      walk(template, resource.properties.json, (target) => entry(target).resources.add(resource));
    }
    for (const [name, output] of template.outputs) {
      if (!isForThisApp(template, name)) walk(template, output.value, (target) => { entry(target).exported = true; });
    }
  }
  return found;
});

/** Resources that a resource refers to, in any property. */
export function referredIn({ template, properties }: Resource): ReadonlySet<Resource> {
  return referredBy(template, properties.json);
}

/** Resources that a part of a template refers to, in every branch of its conditions. */
export function referredBy(template: Template, json: unknown): ReadonlySet<Resource> {
  const found = new Set<Resource>();
  walk(template, json, (target) => found.add(target));
  return found;
}

// Outputs of nested stacks, and exports that the CDK adds for references between stacks, are followed to their readers.
function isForThisApp(template: Template, output: string): boolean {
  return template.source.nestedIn !== undefined || output.startsWith('ExportsOutput');
}

function walk(template: Template, json: unknown, meet: (resource: Resource) => void): void {
  if (typeof json !== 'object' || json === null) return;
  const name = intrinsic(json);
  if (name === undefined) {
    for (const key in json) walk(template, (json as Readonly<Record<string, unknown>>)[key], meet);
    return;
  }
  const target = resolve(template, json);
  if (target instanceof Reference) return meet(target.resource);
  const argument = (json as Readonly<Record<string, unknown>>)[name];
  const parts = name === 'Fn::Sub' ? textPieces(template, argument) : [];
  for (const part of parts instanceof Unknown ? [] : parts) if (part instanceof Reference) meet(part.resource);
  walk(template, argument, meet);
}
