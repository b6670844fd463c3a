import { Token } from 'aws-cdk-lib/core';

/** A configuration with the sections of another one: objects are merged, and other values replace those of the first. */
export function mergeConfig(generated: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...new Set([...Object.keys(generated), ...Object.keys(own)])].map((name) => {
    const [before, after] = [generated[name], own[name]];
    if (after === undefined) return [name, before];
    return [name, isSection(before) && isSection(after) ? mergeConfig(before, after) : after];
  }));
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Token.isUnresolved(value);
}
