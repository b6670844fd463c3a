import { Duration, Fn, Token } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';

type Path = readonly (string | number)[];

/**
 * Values that are never tokens: choices that the CDK has as an enumeration or a class, names that constructs are called after,
 * steps that are put in order at synthesis, and what imports that are not under test take.
 */
const NEVER = new Set([
  'kind', 'condition', 'mode', 'networkMode', 'removalPolicy', 'retention', 'platform', 'platformVersion', 'roles',
  'containerName', 'targetContainerName', 'targetProtocol', 'key', 'domainName', 'alarms', 'nth',
  'steps', 'protocolVersion', 'mutualAuthenticationMode', 'onUnauthenticatedRequest',
]);

/** Replaces some numbers, texts and durations of a case by tokens, which are known only at deployment. */
export function withTokens<C>(cases: fc.Arbitrary<C>, { atLeast = 0, atMost = 2 } = {}): fc.Arbitrary<C> {
  return cases.chain((one) => {
    const places = replaceable(one);
    return fc.subarray(places, { minLength: Math.min(atLeast, places.length), maxLength: Math.min(atMost, places.length) })
      .map((chosen) => chosen.reduce<C>((done, place) => replace(done, place, tokenFor), one));
  });
}

function replaceable(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number' || typeof value === 'string' || value instanceof Duration) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => replaceable(item, [...path, index]));
  if (!isPlain(value)) return [];
  return Object.entries(value).filter(([key]) => !NEVER.has(key)).flatMap(([key, item]) => replaceable(item, [...path, key]));
}

function replace<T>(value: T, [key, ...rest]: Path, change: (old: unknown) => unknown): T {
  if (key === undefined) return change(value) as T;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replace(item, rest, change) : item)) as T;
  return { ...value, [key]: replace((value as Record<string | number, unknown>)[key], rest, change) };
}

let tokens = 0;

/** Each is another export of another stack: two resources may not have one name. */
function tokenFor(value: unknown): unknown {
  const exported = `Elsewhere${tokens++}`;
  if (typeof value === 'string') return Fn.importValue(exported);
  const number = Token.asNumber({ 'Fn::ImportValue': exported });
  return value instanceof Duration ? Duration.seconds(number) : number;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
