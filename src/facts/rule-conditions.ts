import { coversPattern } from './wildcards';

/** What the requests have that a rule of a listener takes: of each condition one of its values. */
export interface RuleConditions {
  readonly hostNames?: readonly string[];
  readonly pathPatterns?: readonly string[];
  readonly methods?: readonly string[];
  readonly sourceIps?: readonly string[];
  /** Values by the name of the header; each header is a condition of its own. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly queryStrings?: readonly QueryString[];
}

export interface QueryString {
  readonly key?: string;
  readonly value: string;
}

/** One condition of a rule: a request has to have one of its values. */
export interface Condition {
  readonly field: string;
  readonly values: readonly string[];
}

/** All conditions of a rule, in a form that can be compared. */
export function conditionsOf({ hostNames, pathPatterns, methods, sourceIps, headers = {}, queryStrings }: RuleConditions): readonly Condition[] {
  const found: Condition[] = [];
  if (hostNames?.length) found.push({ field: 'host', values: inLowerCase(hostNames) });
  if (pathPatterns?.length) found.push({ field: 'path', values: pathPatterns });
  if (methods?.length) found.push({ field: 'method', values: methods });
  if (sourceIps?.length) found.push({ field: 'source', values: sourceIps });
  if (queryStrings?.length) found.push({ field: 'query', values: inLowerCase(queryStrings.map(({ key = '', value }) => `${key}=${value}`)) });
  for (const [name, values] of Object.entries(headers)) {
    if (values.length > 0) found.push({ field: `header ${name.toLowerCase()}`, values: inLowerCase(values) });
  }
  return found;
}

function inLowerCase(values: readonly string[]): readonly string[] {
  return values.map((value) => value.toLowerCase());
}

/** Whether every request that the narrow rule takes is one that the wide rule takes too. Where it can't be told: no. */
export function covers(wide: RuleConditions, narrow: RuleConditions): boolean {
  return coverAll(conditionsOf(wide), conditionsOf(narrow));
}

/** The same of conditions that are compared more than once. */
export function coverAll(wide: readonly Condition[], narrow: readonly Condition[]): boolean {
  for (const condition of wide) {
    if (!takesAll(condition, narrow.find(({ field }) => field === condition.field))) return false;
  }
  return true;
}

function takesAll({ values }: Condition, narrow: Condition | undefined): boolean {
  return narrow !== undefined && narrow.values.every((value) => values.some((pattern) => coversPattern(pattern, value)));
}
