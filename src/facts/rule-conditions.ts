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

/** Whether every request that the narrow rule takes is one that the wide rule takes too. Where it can't be told: no. */
export function covers(wide: RuleConditions, narrow: RuleConditions): boolean {
  const offered = conditionsOf(narrow);
  return conditionsOf(wide).every(({ field, values }) => offered.some((other) => (
    other.field === field && other.values.every((value) => values.some((pattern) => coversPattern(pattern, value))))));
}

interface Condition {
  readonly field: string;
  readonly values: readonly string[];
}

function conditionsOf({ hostNames, pathPatterns, methods, sourceIps, headers = {}, queryStrings }: RuleConditions): readonly Condition[] {
  return [
    { field: 'host', values: hostNames?.map((name) => name.toLowerCase()) ?? [] },
    { field: 'path', values: pathPatterns ?? [] },
    { field: 'method', values: methods ?? [] },
    { field: 'source', values: sourceIps ?? [] },
    { field: 'query', values: queryStrings?.map(({ key = '', value }) => `${key}=${value}`.toLowerCase()) ?? [] },
    ...Object.entries(headers).map(([name, values]) => ({ field: `header ${name.toLowerCase()}`, values: values.map((value) => value.toLowerCase()) })),
  ].filter(({ values }) => values.length > 0);
}

/**
 * Whether the wide pattern matches all that the narrow one does; `*` stands for any characters, `?` for one.
 *
 * Row by row of the narrow pattern, `reached[n]`: the first n characters of the wide one take all of the narrow one so far.
 */
function coversPattern(wide: string, narrow: string): boolean {
  const literal = wide.search(/[*?]/);
  if (literal < 0) return wide === narrow;
  // Each rule of a listener is held against all before it: most differ in their first letters.
  if (!narrow.startsWith(wide.slice(0, literal))) return false;
  let reached = startOf(wide);
  for (const character of narrow) {
    const next = [false];
    for (let n = 1; n <= wide.length; n++) next[n] = step(wide[n - 1], character, reached[n - 1], reached[n], next[n - 1]);
    reached = next;
  }
  return reached[wide.length];
}

function startOf(wide: string): boolean[] {
  const stars = /^\**/.exec(wide)![0].length;
  return Array.from({ length: wide.length + 1 }, (_, n) => n <= stars);
}

function step(pattern: string, character: string, before: boolean, stays: boolean, skips: boolean): boolean {
  if (pattern === '*') return stays || skips;
  if (character === '*') return false;
  return before && (pattern === '?' || pattern === character);
}
