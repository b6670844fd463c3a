import { once } from './memo';
import { referredIn } from './referrers';
import type { Resource } from './template';

/** Whether CloudFormation makes one of some resources before another: it is told to, or a reference makes it. */
export function waitsForOneOf(resource: Resource, others: ReadonlySet<Resource>): boolean {
  const seen = new Set<Resource>();
  const open = [resource];
  for (let next = open.pop(); next; next = open.pop()) {
    if (others.has(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...neededBy(next));
  }
  return false;
}

// What it is told to wait for comes last, to be looked at first.
const neededBy = once((resource: Resource): readonly Resource[] => [
  ...[...referredIn(resource)].filter(({ template }) => template === resource.template),
  ...resource.dependsOn.map((logicalId) => resource.template.resources.get(logicalId)).filter((needed) => needed !== undefined),
]);
