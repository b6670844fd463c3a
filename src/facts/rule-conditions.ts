import { coversPattern } from './wildcards';

/** Conditions of a listener rule. A request matches if it has one of the values of each condition. */
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

/** Returns true if the wide rule matches every request of the narrow rule, and false where that is uncertain. */
export function covers(wide: RuleConditions, narrow: RuleConditions): boolean {
  return coverAll(conditionsOf(wide), conditionsOf(narrow));
}

/** Returns what `covers` does, for conditions that are listed already. */
export function coverAll(wide: readonly Condition[], narrow: readonly Condition[]): boolean {
  for (const condition of wide) {
    if (!takesAll(condition, narrow.find(({ field }) => field === condition.field))) return false;
  }
  return true;
}

function takesAll({ values }: Condition, narrow: Condition | undefined): boolean {
  return narrow !== undefined && narrow.values.every((value) => values.some((pattern) => coversPattern(pattern, value)));
}
