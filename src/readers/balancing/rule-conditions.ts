import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import { known, NotKnown, Unknown, type Fact } from '../../facts/fact';
import type { QueryString, RuleConditions } from '../../facts/rule-conditions';

type Part = RuleConditions | Unknown;

/** Conditions of a listener rule. */
export function readRuleConditions(conditions: Value): Fact<RuleConditions> {
  const parts = list(conditions, readCondition);
  if (parts instanceof Unknown) return parts;
  const unclear = parts.find((part) => part instanceof Unknown);
  return unclear ?? together(parts as readonly RuleConditions[]);
}

function readCondition(condition: Value): Part {
  try {
    return conditionOf(condition);
  } catch (error) {
    if (error instanceof NotKnown) return new Unknown(error.reason);
    throw error;
  }
}

function conditionOf(condition: Value): Part {
  const field = known(required(condition.get('Field').text()));
  switch (field) {
    case 'host-header': return { hostNames: textsOf(condition, 'HostHeaderConfig') };
    case 'path-pattern': return { pathPatterns: textsOf(condition, 'PathPatternConfig') };
    case 'http-request-method': return { methods: textsOf(condition, 'HttpRequestMethodConfig') };
    case 'source-ip': return { sourceIps: textsOf(condition, 'SourceIpConfig') };
    case 'http-header': {
      const name = known(required(condition.at('HttpHeaderConfig', 'HttpHeaderName').text()));
      return { headers: { [name.toLowerCase()]: textsOf(condition, 'HttpHeaderConfig') } };
    }
    case 'query-string': return { queryStrings: known(list(condition.at('QueryStringConfig', 'Values'), queryOf)) };
    default: return new Unknown(`${field} is not a condition that is known here`);
  }
}

function textsOf(condition: Value, config: string): readonly string[] {
  const short = known(list(condition.get('Values'), textOf));
  const values = [...short, ...known(list(condition.at(config, 'Values'), textOf))];
  // A condition without values is none of ours to understand: with regular expressions instead, for one.
  if (values.length === 0 || condition.at(config, 'RegexValues').isSet() !== false) throw new NotKnown('the condition has no plain values');
  return values;
}

function textOf(value: Value): string {
  return known(required(value.text()));
}

function queryOf(value: Value): QueryString {
  return { key: known(value.get('Key').text()), value: textOf(value.get('Value')) };
}

/** All conditions have to match. Only headers of different names can be distinguished here. */
function together(parts: readonly RuleConditions[]): Fact<RuleConditions> {
  const names = parts.flatMap(({ headers, ...others }) => [...Object.keys(others), ...Object.keys(headers ?? {}).map((name) => `header ${name}`)]);
  if (new Set(names).size < names.length) return new Unknown('a condition is there twice, and both have to match');
  return { ...Object.assign({}, ...parts), headers: Object.assign({}, ...parts.map(({ headers }) => headers)) } as RuleConditions;
}
