import type { TemplateSource } from './template';

// A file may name itself as its parent.
const MOST_LEVELS = 100;

/** By template, the one that it is nested in in the end; itself where it is nested in none. */
export function rootsOf(sources: readonly TemplateSource[]): ReadonlyMap<string, string> {
  const parents = new Map(sources.map(({ id, nestedIn }) => [id, nestedIn?.template]));
  return new Map(sources.map(({ id }) => {
    let root = id;
    for (let levels = 0; parents.get(root) !== undefined && levels < MOST_LEVELS; levels++) root = parents.get(root)!;
    return [id, root];
  }));
}
