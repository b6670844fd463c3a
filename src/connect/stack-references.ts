import type { Stack } from 'aws-cdk-lib/core';

/** Stacks that a stack refers to, before the CDK resolves the references. */
const REFERS_TO = new WeakMap<Stack, Set<Stack>>();

/** Takes note of a reference, which the CDK finds out about at synthesis only. */
export function recordReference(from: Stack, to: Stack): void {
  if (from === to) return;
  REFERS_TO.set(from, (REFERS_TO.get(from) ?? new Set()).add(to));
}

/** Returns true if a stack is known to be deployed after another one: a reference back would be a cycle. */
export function leadsTo(from: Stack, to: Stack, seen = new Set<Stack>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return [...from.dependencies, ...REFERS_TO.get(from) ?? []].some((next) => next === to || leadsTo(next, to, seen));
}
