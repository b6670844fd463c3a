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

/** All resources that CloudFormation creates before a resource, because of DependsOn or a reference. */
export const neededFor = memoize((resource: Resource): ReadonlySet<Resource> => {
  const needed = new Set(neededBy(resource));
  // What is added while the set is gone through is visited too.
  for (const one of needed) neededBy(one).forEach((further) => needed.add(further));
  return needed;
});

const neededBy = memoize((resource: Resource): readonly Resource[] => [
  ...resource.dependsOn.map((logicalId) => resource.template.resources.get(logicalId)).filter((needed) => needed !== undefined),
  ...[...referredIn(resource)].filter(({ template }) => template === resource.template),
]);

/** Resources that a resource waits for and that wait for each other in a circle, so that CloudFormation can create none of them; none where a condition may open it. */
export const circleBefore = memoize((resource: Resource): readonly Resource[] => {
  const done = new Set<Resource>([resource]);
  // Each step of the way, and what it still needs to be followed to.
  const way: { readonly at: Resource; readonly open: Resource[] }[] = [{ at: resource, open: [...neededBy(resource)] }];
  for (let step = way.at(-1); step; step = way.at(-1)) {
    const next = step.open.pop();
    if (!next) {
      way.pop();
      continue;
    }
    const start = way.findIndex(({ at }) => at === next);
    if (start >= 0) {
      const circle = way.slice(start).map(({ at }) => at);
      return circle.some(isConditional) ? [] : circle;
    }
    if (done.has(next)) continue;
    done.add(next);
    way.push({ at: next, open: [...neededBy(next)] });
  }
  return [];
});

function isConditional({ condition, properties }: Resource): boolean {
  return condition !== undefined || JSON.stringify(properties.json ?? {}).includes('"Fn::If"');
}
