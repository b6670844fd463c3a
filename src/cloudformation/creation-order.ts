import type { App } from './app';
import { memoize } from './memoize';
import { referredIn } from './references';
import type { Resource } from './template';

/** Returns true if CloudFormation creates one of the resources before another, because of DependsOn or a reference. */
export function waitsForOneOf(resource: Resource, others: ReadonlySet<Resource>): boolean {
  const needed = neededFor(resource);
  return [...others].some((other) => needed.has(other));
}

/** All resources that CloudFormation creates before a resource, because of DependsOn or a reference. */
export const neededFor = memoize((resource: Resource): ReadonlySet<Resource> => {
  const found = new Set<Resource>(neededBy(resource));
  // A set has what is added on the way too.
  for (const next of found) for (const needed of neededBy(next)) found.add(needed);
  return found;
});

const neededBy = memoize((resource: Resource): readonly Resource[] => {
  const { template, dependsOn } = resource;
  const found: Resource[] = [];
  for (const logicalId of dependsOn) {
    const needed = template.resources.get(logicalId);
    if (needed) found.push(needed);
  }
  for (const needed of referredIn(resource)) if (needed.template === template) found.push(needed);
  return found;
});

/** Resources that wait for no circle. */
const outsideOfCircles = memoize((_app: App) => new Set<Resource>());

/** Resources that a resource waits for and that wait for each other in a circle, so that CloudFormation can create none of them; none where a condition may open it. */
export const circleBefore = memoize((resource: Resource): readonly Resource[] => {
  const free = outsideOfCircles(resource.template.app);
  const done = new Set<Resource>([resource]);
  // Each step of the way, and what it still needs to be followed to.
  const way: { readonly at: Resource; readonly open: Resource[] }[] = [{ at: resource, open: [...neededBy(resource)] }];
  for (let step = way.at(-1); step; step = way.at(-1)) {
    const next = step.open.pop();
    if (!next) {
      way.pop();
      continue;
    }
    if (free.has(next)) continue;
    const start = way.findIndex(({ at }) => at === next);
    if (start >= 0) {
      const circle = way.slice(start).map(({ at }) => at);
      return circle.some(isConditional) ? [] : circle;
    }
    if (done.has(next)) continue;
    done.add(next);
    way.push({ at: next, open: [...neededBy(next)] });
  }
  for (const one of done) free.add(one);
  return [];
});

function isConditional({ condition, properties }: Resource): boolean {
  return condition !== undefined || JSON.stringify(properties.json ?? {}).includes('"Fn::If"');
}
