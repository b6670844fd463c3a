import { known, whereKnown } from '../../facts/fact';
import type { RuleConditionFacts } from '../../facts/listener';
import { table } from '../../facts/table';
import { all, each, type Result } from '../definition';

const MOST_WILDCARDS = 5;
const MOST_CHARACTERS = 128;

interface Kind {
  readonly isOnce: boolean;
  readonly pattern: RegExp;
  readonly words: string;
}

const KINDS: { readonly [field: string]: Kind | undefined } = table({
  'host-header': { isOnce: true, pattern: /^[A-Za-z0-9.*?-]{1,128}$/, words: 'a host name of letters, digits, dots and hyphens, without scheme and port' },
  'path-pattern': { isOnce: true, pattern: /^[\w.$/~"'@:+&*?-]{1,128}$/, words: 'a path of letters, digits and _-.$/~"\'@:+& with the wildcards * and ?' },
  'http-request-method': { isOnce: true, pattern: /^[A-Z_-]{1,40}$/, words: 'a method in upper case' },
  'source-ip': { isOnce: true, pattern: /^([\d.]+|[\da-fA-F:.]+)\/\d+$|^ipv[46]$/, words: 'a block of addresses, as in 10.0.0.1/32' },
  'http-header': { isOnce: false, pattern: /^[^]{1,128}$/, words: `a text of up to ${MOST_CHARACTERS} characters` },
  'query-string': { isOnce: false, pattern: /^[^]{0,128}$/, words: `a text of up to ${MOST_CHARACTERS} characters` },
});

/** Conditions of a rule that Elastic Load Balancing refuses. */
export function refusedConditions(conditions: readonly RuleConditionFacts[]): readonly Result[] {
  if (conditions.length === 0) return found('(none) leave the rule nothing to match', 'add a condition, or use the default actions of the listener');
  return all(() => each(conditions, ofKind), () => each(conditions, ofOtherKind).map((result) => ({ consequence: 'risk' as const, ...result })), () => each(conditions, valuesOf), () => twice(conditions), () => wildcards(conditions));
}

function found(detail: string, fix: string): readonly Result[] {
  return [{ property: 'conditions', detail: `conditions ${detail}`, fix }];
}

function ofKind({ field }: RuleConditionFacts): readonly Result[] {
  const name = known(field);
  return KINDS[name] ? [] : found(`(${name}) are for no field, which is one of ${Object.keys(KINDS).join(', ')}`, 'set the field of the condition');
}

/** An object of another kind than the field: the condition compares one of them, or is refused. */
function misplaced({ field, configs }: RuleConditionFacts): string | undefined {
  const name = known(field);
  return KINDS[name] && known(configs).find((config) => config.replace(/Config$/, '').toLowerCase() !== name.replaceAll('-', ''));
}

function ofOtherKind(condition: RuleConditionFacts): readonly Result[] {
  const config = misplaced(condition);
  return config === undefined ? [] : found(`(${config}) are not for the field ${known(condition.field)} of their condition`, 'write a condition of its own for each field');
}

function valuesOf(condition: RuleConditionFacts): readonly Result[] {
  const { field, values, headerName } = condition;
  const kind = KINDS[known(field)];
  if (!kind || misplaced(condition) !== undefined) return [];
  if (known(field) === 'http-header' && known(headerName)?.toLowerCase() === 'host') {
    return found('(http-header Host) are not how a host is compared', 'use a condition host-header');
  }
  return each(known(values), (fact) => {
    const value = known(fact);
    return kind.pattern.test(value) ? [] : found(`(${known(field)} ${value}) have a value that is not ${kind.words}`, `write ${kind.words}`);
  });
}

function twice(conditions: readonly RuleConditionFacts[]): readonly Result[] {
  const once = whereKnown(conditions, ({ field }) => KINDS[known(field)]?.isOnce === true).map(({ field }) => known(field));
  const [repeated] = once.filter((field, index) => once.indexOf(field) < index);
  return repeated === undefined ? [] : found(`(${repeated}, more than once) are not for one rule`, 'put the values into one condition');
}

function wildcards(conditions: readonly RuleConditionFacts[]): readonly Result[] {
  const written = conditions.flatMap(({ field, values }) => known(field) === 'http-request-method' ? [] : known(values));
  const count = written.map((value) => known(value).match(/[*?]/g)?.length ?? 0).reduce((sum, own) => sum + own, 0);
  return count <= MOST_WILDCARDS ? [] : found(`(${count} wildcards) have more than the five that a rule takes`, 'split the rule in two that forward to the same target group');
}
