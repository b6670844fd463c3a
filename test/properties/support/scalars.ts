import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';

/** Containers, services and families: 1 to 255 letters, digits, hyphens and underscores. Also names that constructs use inside. */
export const ecsName = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/) },
  { weight: 1, arbitrary: fc.constantFrom('Resource', 'Default', 'TaskRole', 'ExecutionRole', 'Service', 'app', 'appLinux', 'appRepository', '-', '__', '__proto__', 'constructor') },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{255}$/) },
);

/** Texts that `ecsName` excludes. */
export const notAnEcsName = fc.constantFrom('', 'web app', 'web.app', 'naïve', 'a/b', 'x'.repeat(256));

export const port = fc.integer({ min: 1, max: 65535 });
export const notAPort = fc.constantFrom(0, -1, 1.5, 65536, 70000, NaN, Infinity);

/** Environment variables, as shells take them. */
export const variableName = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/);

export const word = fc.stringMatching(/^[a-z0-9.:-]{1,12}$/);

export function seconds(min: number, max: number): fc.Arbitrary<Duration> {
  return fc.integer({ min, max }).map((amount) => Duration.seconds(amount));
}

/** Whole seconds just outside of a range and far away, and parts of a second inside. */
export function notSeconds(min: number, max: number): fc.Arbitrary<Duration> {
  const outside = [min - 1, max + 1, max * 5 + 7].filter((amount) => amount >= 0).map((amount) => Duration.seconds(amount));
  return fc.constantFrom(...outside, Duration.millis(min * 1000 + 500));
}

/** Whole numbers just outside of a range and far away, and what is no whole number at all. */
export function notWithin(min: number, max: number): fc.Arbitrary<number> {
  return fc.constantFrom(min - 1, max + 1, max * 5 + 7, min + 0.5, -7, NaN, Infinity);
}

/** The words for a duration in a message. */
export function inSeconds(duration: Duration): string {
  return String(duration.toSeconds({ integral: false }));
}

/** An object with all of the optional properties, some or none. */
export function options<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}
