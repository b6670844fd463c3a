import type { RequestConditions } from './request-conditions';
import { checkText } from '../../checks/arguments';
import { checkOnce } from '../../checks/once';
import { written } from '../../checks/written';
import { isOpen } from '../../checks/open-value';
import { refuse } from '../../gotchas/enforce';
import { netRuleLimits } from '../../gotchas/net/net-rule-limits';

const TYPES = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html';
const MAX_VALUES = 5;
const MAX_WILDCARDS = 6;

/** Throws for conditions that a rule of a listener doesn't take. */
export function checkConditions(at: string, conditions: RequestConditions): void {
  checkCount(at, conditions);
  checkWildcards(at, conditions);
  for (const hostName of conditions.hostNames ?? []) {
    checkText(at, 'ingress.hostNames', hostName, /^[A-Za-z0-9.*?-]{1,128}$/, "have 1 to 128 letters, digits, '-', '.', '*' and '?', and no port", TYPES);
  }
  for (const path of conditions.pathPatterns ?? []) {
    checkText(at, 'ingress.pathPatterns', path, /^[/*][A-Za-z0-9_.$/~"'@:+&()!,;=%*?-]{0,127}$/, "begin with '/' or '*', and have 128 characters at most and no query string", TYPES);
  }
  for (const method of conditions.methods ?? []) {
    checkText(at, 'ingress.methods', method, /^[A-Z_-]{1,40}$/, 'have 1 to 40 capital letters', TYPES);
  }
  for (const range of conditions.sourceIps ?? []) {
    checkText(at, 'ingress.sourceIps', range, /^([\d.]+|[\da-fA-F:.]*:[\da-fA-F:.]*)\/\d{1,3}$/, 'be a CIDR range like 192.0.2.0/24', TYPES);
  }
  checkHeaders(at, conditions.headers ?? {});
  for (const name of ['hostNames', 'pathPatterns', 'methods', 'sourceIps'] as const) checkOnce(at, `ingress.${name}`, conditions[name], undefined, TYPES);
  checkOnce(at, 'ingress.queryStrings', conditions.queryStrings, ({ key = '', value }) => `${key}=${value}`, TYPES);
}

function checkHeaders(at: string, headers: { [name: string]: string[] }): void {
  for (const [name, values] of Object.entries(headers)) {
    checkText(at, 'ingress.headers', name, /^(?!host$)[\w!#$%&'*+.^`|~-]{1,40}$/i, "have the name of a header of 1 to 40 characters, 'Host' is for hostNames", TYPES);
    if (!Array.isArray(values)) {
      refuse({ headline: `ingress.headers[${name}] is ${written(values)}, it must be a list`, at, property: `ingress.headers[${name}]`, fix: `write a list: { '${name}': ['value'] }`, docs: TYPES });
    }
    checkOnce(at, `ingress.headers[${name}]`, values, undefined, TYPES);
    for (const value of values) checkText(at, `ingress.headers[${name}]`, value, /^.{1,128}$/, 'have 1 to 128 characters', TYPES);
  }
}

function checkCount(at: string, conditions: RequestConditions): void {
  const counts = countsOf(conditions);
  const sum = counts.reduce((total, { count }) => total + count, 0);
  if (sum === 0) {
    refuse({
      headline: 'ingress has no condition, its rule would take the traffic of every other service',
      at,
      property: 'ingress',
      fix: "name the requests that are for this service: hostNames: ['app.example.com'] or pathPatterns: ['/app/*']",
      docs: TYPES,
    });
  }
  if (sum <= MAX_VALUES) return;
  refuse({
    headline: `ingress has ${counts.map(({ name, count }) => `${count} ${name}`).join(' and ')}, a rule compares with ${MAX_VALUES} values at most`,
    gotcha: netRuleLimits,
    at,
    property: 'ingress',
    fix: `leave no more than ${MAX_VALUES} in all, or use wildcards`,
  });
}

function countsOf({ headers = {}, ...lists }: RequestConditions): ReadonlyArray<{ readonly name: string; readonly count: number }> {
  return [
    ...(['hostNames', 'pathPatterns', 'methods', 'sourceIps', 'queryStrings'] as const).map((name) => ({ name, count: lists[name]?.length ?? 0 })),
    { name: 'values of headers', count: Object.values(headers).flat().length },
  ].filter(({ count }) => count > 0);
}

function checkWildcards(at: string, { hostNames = [], pathPatterns = [], headers = {}, queryStrings = [] }: RequestConditions): void {
  const patterns = [...hostNames, ...pathPatterns, ...Object.values(headers).flat(), ...queryStrings.flatMap(({ key = '', value }) => [key, value])];
  const wildcards = patterns.filter((pattern) => !isOpen(pattern)).join('').replace(/[^*?]/g, '').length;
  if (wildcards <= MAX_WILDCARDS) return;
  refuse({
    headline: `ingress has ${wildcards} wildcards in its conditions, a rule takes ${MAX_WILDCARDS}`,
    gotcha: netRuleLimits,
    at,
    property: 'ingress',
    why: 'Elastic Load Balancing limits the wildcards of a rule, in all its conditions together.',
    fix: `leave no more than ${MAX_WILDCARDS} of * and ? in all values together`,
  });
}
