import type * as sns from 'aws-cdk-lib/aws-sns';
import { Token } from 'aws-cdk-lib/core';
import type { TopicSubscriptionOptions } from './subscription-options';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html';
const MOST_KEYS = 5;
const MOST_COMBINATIONS = 150;

/** Throws for conditions that SNS rejects, or that no message can meet. */
export function checkFilterPolicy(at: string, property: string, { filterPolicy, filterPolicyWithMessageBody }: TopicSubscriptionOptions): void {
  if (filterPolicy && filterPolicyWithMessageBody) {
    refuse({
      headline: `${property} has filterPolicy and filterPolicyWithMessageBody, SNS reads one of the two`,
      at,
      property,
      fix: 'leave out filterPolicy or filterPolicyWithMessageBody',
      docs: DOCS,
    });
  }
  if (filterPolicy) checkSize(at, `${property}.filterPolicy`, Object.keys(filterPolicy).length, combinations(Object.values(filterPolicy)));
  if (filterPolicyWithMessageBody) {
    checkSize(at, `${property}.filterPolicyWithMessageBody`, countKeys(filterPolicyWithMessageBody), nestedCombinations(filterPolicyWithMessageBody, 1));
  }
}

function checkSize(at: string, property: string, keys: number, combined: number): void {
  if (keys < 1 || keys > MOST_KEYS) {
    refuse({
      headline: `${property} has ${keys} keys, it must have 1 to ${MOST_KEYS}`,
      at,
      property,
      fix: keys < 1 ? `leave out ${property.split('.').at(-1)}, or name a key` : `filter by at most ${MOST_KEYS} keys`,
      docs: DOCS,
    });
  }
  if (combined <= MOST_COMBINATIONS) return;
  refuse({
    headline: `${property} has ${combined} combinations of values, it must have at most ${MOST_COMBINATIONS}`,
    at,
    property,
    why: 'SNS multiplies the numbers of values of all keys; in the message body also by the depth of each key.',
    fix: 'filter by fewer values, or by a prefix',
    docs: DOCS,
  });
}

function combinations(filters: readonly sns.SubscriptionFilter[], depth = 1): number {
  return filters.reduce((product, { conditions }) => Token.isUnresolved(conditions) ? product : product * Math.max(conditions.length, 1) * depth, 1);
}

interface Body {
  readonly [key: string]: sns.FilterOrPolicy;
}

function nestedCombinations(body: Body, depth: number): number {
  return Object.values(body).reduce((product, part) => product * (part.isPolicy()
    ? nestedCombinations(part.policyDoc, depth + 1)
    : part.isFilter() ? combinations([part.filterDoc], depth) : 1), 1);
}

function countKeys(body: Body): number {
  return Object.values(body).reduce((sum, part) => sum + (part.isPolicy() ? countKeys(part.policyDoc) : 1), 0);
}
