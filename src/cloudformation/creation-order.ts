import { memoize } from './memoize';
import { referredIn } from './references';
import type { Resource } from './template';

/** Returns true if CloudFormation creates one of the resources before another, because of DependsOn or a reference. */
export function waitsForOneOf(resource: Resource, others: ReadonlySet<Resource>): boolean {
  const seen = new Set<Resource>();
  const open = [resource];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const needed = neededBy(next);
    if (needed.some((one) => others.has(one))) return true;
    open.push(...needed);
  }
  return false;
}

const neededBy = memoize((resource: Resource): readonly Resource[] => [
  ...resource.dependsOn.map((logicalId) => resource.template.resources.get(logicalId)).filter((needed) => needed !== undefined),
  ...[...referredIn(resource)].filter(({ template }) => template === resource.template),
]);
