import { createHash } from 'node:crypto';
import { Token } from 'aws-cdk-lib/core';
import type { RequestConditions } from './request-conditions';
import type { PriorityBand } from '../shared-load-balancer-ref';

/**
 * The priorities that are assigned: lower and higher ones are left to the user.
 *
 * docs/decisions/0005-rule-priorities.md explains why they are assigned like this.
 */
export const ASSIGNED = { first: 1000, last: 48999 };

/** Number of priorities of each class of rules, most specific first. The sum is 48000. */
const SHARES = {
  /** Two or more kinds of further conditions, one, none. */
  further: [1, 3, 16],
  /** A name, a wildcard before 3 labels or more, before fewer, any host. */
  host: [9, 1, 2, 8],
  /** A path; a wildcard after 3 segments or more, after 2 and something, 2, 1 and something, 1, something; any path. */
  path: [3, 2, 1, 5, 1, 14, 1, 13],
};

interface Room {
  readonly first: number;
  readonly size: number;
}

/**
 * The priority of a rule, from its conditions and the path of its construct alone: other rules can't change it.
 *
 * A rule that matches a part of another rule's requests never gets a class of less specific rules than that one.
 */
export function assignPriority(path: string, conditions: RequestConditions, band: PriorityBand = { of: 1, mine: 1 }): number {
  const { first, size } = roomFor(conditions);
  const width = Math.floor(size / band.of);
  return first + (band.mine - 1) * width + createHash('sha256').update(path).digest().readUInt32BE(0) % width;
}

/** The priorities among which a rule with these conditions gets its own. */
export function roomFor(conditions: RequestConditions): Room {
  const all = { first: ASSIGNED.first, size: ASSIGNED.last - ASSIGNED.first + 1 };
  return part(part(part(all, SHARES.further, furtherClass(conditions)), SHARES.host, hostClass(conditions)), SHARES.path, pathClass(conditions));
}

function part({ first, size }: Room, shares: readonly number[], index: number): Room {
  const unit = size / sum(shares);
  return { first: first + unit * sum(shares.slice(0, index)), size: unit * shares[index] };
}

function furtherClass({ headers = {}, methods, sourceIps, queryStrings }: RequestConditions): number {
  const kinds = [...Object.values(headers), methods, sourceIps, queryStrings].filter((values) => values && values.length > 0).length;
  return 2 - Math.min(2, kinds);
}

function hostClass({ hostNames }: RequestConditions): number {
  const depth = widest(hostNames, (name) => depthOf(reversed(name), '.'));
  if (depth === Infinity) return 0;
  return depth >= 5 ? 1 : depth > 0 ? 2 : 3;
}

function pathClass({ pathPatterns }: RequestConditions): number {
  const depth = widest(pathPatterns, (pattern) => depthOf(pattern.replace(/^\//, ''), '/'));
  return depth === Infinity ? 0 : 7 - Math.min(6, depth);
}

/** Specificity of a condition: that of its widest value; without a value it matches everything. */
function widest(values: readonly string[] | undefined, depth: (value: string) => number): number {
  if (!values?.length) return 0;
  return Math.min(...values.map((value) => (Token.isUnresolved(value) || !/[*?]/.test(value) ? Infinity : depth(value))));
}

/** Twice the parts that are written before the first wildcard, and one more if anything else is written. */
function depthOf(pattern: string, separator: string): number {
  const parts = pattern.slice(0, pattern.search(/[*?]/)).split(separator);
  const whole = parts.slice(0, -1).join(separator);
  const rest = pattern.slice(whole.length).split(separator).join('').replace(/[*?]/g, '');
  return 2 * (parts.length - 1) + (rest.length > 0 ? 1 : 0);
}

function reversed(name: string): string {
  return [...name].reverse().join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
