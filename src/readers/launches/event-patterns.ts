import { intrinsic } from '../../cloudformation/intrinsic';
import { Reference } from '../../cloudformation/resolved';
import type { Value } from '../../cloudformation/value';
import type { PatternFieldFacts } from '../../facts/event-rule';
import { Unknown, type Fact } from '../../facts/fact';

/** Attributes of resources that are ARNs; `Ref` of these types is one too. */
const BY_ARN = ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::SNS::Topic'];

/** Fields of an event pattern or a filter of a pipe, with their paths. */
export function readPattern(pattern: Value): Fact<readonly PatternFieldFacts[]> {
  return fieldsIn(pattern, [], false);
}

function fieldsIn(value: Value, path: readonly string[], isOpen: boolean): Fact<readonly PatternFieldFacts[]> {
  const entries = value.entries();
  if (entries instanceof Unknown) return entries;
  const fields = entries.map(([name, field]): Fact<readonly PatternFieldFacts[]> => {
    const at = [...path, name];
    if (name === '$or') return within(field, path);
    return isObject(field.json) ? fieldsIn(field, at, isOpen) : [readField(field, at.join('.'), isOpen)];
  });
  return fields.find((one) => one instanceof Unknown) ?? (fields as readonly (readonly PatternFieldFacts[])[]).flat();
}

/** Each of the patterns of `$or` is enough, so that none of them has to match. */
function within(alternatives: Value, path: readonly string[]): Fact<readonly PatternFieldFacts[]> {
  const items = alternatives.items();
  if (items instanceof Unknown) return items;
  const patterns = items.map((item) => fieldsIn(item, path, true));
  return patterns.find((one) => one instanceof Unknown) ?? (patterns as readonly (readonly PatternFieldFacts[])[]).flat();
}

function readField(field: Value, path: string, isOpen: boolean): PatternFieldFacts {
  const items = field.items();
  const isPlain = ['string', 'number', 'boolean'].includes(typeof field.json) && field.text() === String(field.json);
  if (items instanceof Unknown) return { path, isList: isPlain ? false : items, values: [], isOpen: true };
  const texts = items.filter(({ json }) => !isObject(json));
  return { path, isList: true, values: texts.map(readText), isOpen: isOpen || texts.length < items.length };
}

function readText(value: Value): Fact<string> {
  if (value.json === null || ['number', 'boolean'].includes(typeof value.json)) return String(value.json);
  const pieces = value.pieces();
  const unknown = pieces.find((piece) => piece instanceof Unknown);
  return unknown instanceof Unknown ? unknown : pieces.map((piece) => piece instanceof Reference ? written(piece) : String(piece)).join('');
}

function written({ resource, attribute }: Reference): string {
  const isArn = attribute === undefined ? BY_ARN.includes(resource.type) : attribute.endsWith('Arn');
  return `<${isArn ? 'ARN' : 'name'} of ${resource.logicalId}>`;
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && intrinsic(json) === undefined;
}
