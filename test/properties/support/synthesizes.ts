import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { RUNS, SEED } from './runs';
import { expectDesignedOut } from './designed-out';
import { violationsIn } from './strict';
import type { Subject } from './subject';
import { World, type Resources, type Synthesized } from './world';

/** As many as fit the 500 resources of a stack with certainty; CloudFormation Validate is quicker with few large templates. */
const CASES_PER_STACK = 20;

/** A case as small as can be found in a minute. */
const WHILE_SHRINKING = { interruptAfterTimeLimit: 60_000 };

interface Numbered<C> {
  readonly number: number;
  readonly one: C;
}

/**
 * Every case synthesizes, passes CloudFormation Validate in strict mode, holds what the subject promises, and comes out
 * the same whatever else is in its stack.
 */
export function synthesizes<C>(subject: Subject<C>, cases: fc.Arbitrary<C>, numRuns = RUNS): void {
  const numbered = fc.sample(cases, { seed: SEED, numRuns }).map((one, number) => ({ number, one }));
  const batches = chunks(numbered, CASES_PER_STACK);
  const templates = batches.map((batch, index) => {
    try {
      const synthesized = synthesize(subject, batch, index);
      expectSameAlone(subject, batch[0], synthesized, index);
      return synthesized.templatePath;
    } catch (error) {
      return blame(cases, batch, error, (alone) => void synthesize(subject, [alone], index));
    }
  });
  for (const { templatePath, text } of violationsIn(templates, World.create())) {
    const index = templates.indexOf(templatePath);
    blame(cases, batches[index], new Error(text), (alone) => {
      expect(violationsIn([synthesize(subject, [alone], index).templatePath], World.create())).toEqual([]);
    });
  }
}

function synthesize<C>(subject: Subject<C>, batch: readonly Numbered<C>[], index: number): Synthesized {
  const world = World.create(index % 2 === 0 ? 'none' : 'recommended');
  for (const { number, one } of batch) {
    const scope = new Construct(world, idOf(number));
    subject.build(scope, 'It', one, world, new Construct(scope, 'Given'));
  }
  const synthesized = world.synthesize();
  expect(JSON.stringify([synthesized.resources, synthesized.messages])).not.toContain('${Token[');
  expectDesignedOut(synthesized.templatePath);
  for (const { number, one } of batch) subject.holds?.(resourcesOf(number, synthesized), one);
  return synthesized;
}

/** Logical ids and properties don't depend on what others add to the stack. */
function expectSameAlone<C>(subject: Subject<C>, first: Numbered<C>, together: Synthesized, index: number): void {
  const resources = (all: Synthesized) => withOwnDependencies(first.number, resourcesOf(first.number, all));
  expect(resources(synthesize(subject, [first], index))).toEqual(resources(together));
}

/** Roles that cases share have a policy as soon as one of them needs it, and all of them wait for it. */
function withOwnDependencies(number: number, resources: Resources): Resources {
  return Object.fromEntries(Object.entries(resources).map(([logicalId, { DependsOn, ...resource }]) => [
    logicalId, { ...resource, DependsOn: DependsOn?.filter((other) => other.startsWith(idOf(number))) },
  ]));
}

/** Finds the case of a failed batch, and lets fast-check shrink it; if none fails alone, it uses the whole batch. */
function blame<C>(cases: fc.Arbitrary<C>, batch: readonly Numbered<C>[], error: unknown, check: (alone: Numbered<C>) => void): never {
  for (const { number } of batch) {
    fc.assert(fc.property(cases, (one) => check({ number, one })), { seed: SEED, path: String(number), ...WHILE_SHRINKING });
  }
  throw error;
}

function idOf(number: number): string {
  return `Case${String(number).padStart(6, '0')}`;
}

function resourcesOf(number: number, { resources }: Synthesized): Resources {
  return Object.fromEntries(Object.entries(resources).filter(([logicalId]) => logicalId.startsWith(idOf(number))));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
