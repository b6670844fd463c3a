import { NoneOf } from './assumed';
import { decide } from './condition';
import { intrinsic } from './intrinsic';
import { asRecord } from './json';
import { memoizeByName } from './memoize';
import { defaultValue, parameterValue } from './parameters';
import { pseudoParameter } from './pseudo-parameter';
import { resolveDeep } from './resolve-deep';
import { AnyOther, Plain, Reference, type Resolved } from './resolved';
import type { Template } from './template';
import { textPieces } from './text-pieces';
import { unfinished } from './unfinished';
import { Unknown } from '../facts/fact';

const CIRCLE = 'references go round in a circle';

// A chain of parameters and functions is short; a longer one is a circle.
const LONGEST_CHAIN = 40;

/** Follows references through nested stacks and other stacks until there is a value, a resource or a reason. */
export function resolve(template: Template, json: unknown, depth = 0): Resolved {
  if (depth > LONGEST_CHAIN) return new Unknown(CIRCLE);
  const name = intrinsic(json);
  if (name === undefined) return (typeof json === 'string' && unfinished(json)) || new Plain(template, json);
  // Many readers ask for the same value. Deep in a chain the result may be that of a circle.
  if (depth > 0) return followed(template, name, json, depth);
  const result = template.resolved.get(json) ?? followed(template, name, json, depth);
  template.resolved.set(json, result);
  return result;
}

function followed(template: Template, name: string, json: unknown, depth: number): Resolved {
  const follow = FOLLOW[name];
  return follow ? follow(template, (json as Readonly<Record<string, unknown>>)[name], depth + 1) : new Unknown(`${name} is known only at deployment`);
}

type Follow = (template: Template, argument: unknown, depth: number) => Resolved;

const FOLLOW: Readonly<Record<string, Follow>> = {
  'Ref': followRef,
  'Fn::GetAtt': followAttribute,
  'Fn::ImportValue': (template, argument, depth) => {
    const name = resolve(template, argument, depth);
    if (name instanceof Unknown) return name;
    if (!(name instanceof Plain) || typeof name.json !== 'string') return new Unknown('an import whose name is known only at deployment');
    const place = template.app.exported(name.json, template);
    return place instanceof Unknown ? place : outputOf(place.template, place.output);
  },
  'Fn::GetStackOutput': (template, argument) => {
    const { StackName, OutputName, Region } = asRecord(argument);
    if (typeof StackName !== 'string' || typeof OutputName !== 'string') return new Unknown('an output of a stack that the deployment names');
    const place = template.app.output(StackName, OutputName, typeof Region === 'string' ? Region : undefined, template);
    return place instanceof Unknown ? place : outputOf(place.template, place.output);
  },
  'Fn::If': (template, argument, depth) => {
    const [condition, whenTrue, whenFalse] = Array.isArray(argument) ? argument : [];
    const outcome = decide(template, { Condition: condition }, depth);
    return outcome instanceof Unknown ? outcome : resolve(template, outcome ? whenTrue : whenFalse, depth);
  },
  'Fn::Select': (template, argument, depth) => {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const items = resolve(template, list, depth);
    if (items instanceof Unknown) return items;
    const isPlace = items instanceof Plain && Array.isArray(items.json) && Number(index) in items.json;
    return isPlace ? resolve(items.template, (items.json as unknown[])[Number(index)], depth) : new Unknown('Fn::Select is known only at deployment');
  },
  'Fn::Split': (template, argument, depth) => {
    const [delimiter, text] = Array.isArray(argument) ? argument : [];
    const whole = resolve(template, text, depth);
    if (whole instanceof Unknown) return whole;
    const isText = typeof delimiter === 'string' && whole instanceof Plain && typeof whole.json === 'string';
    return isText ? new Plain(template, (whole.json as string).split(delimiter)) : new Unknown('Fn::Split is known only at deployment');
  },
  'Fn::FindInMap': followMap,
  'Fn::Length': (template, argument, depth) => {
    const list = resolveDeep(template, argument, depth);
    return list instanceof Unknown ? list : Array.isArray(list) ? new Plain(template, list.length) : new Unknown('Fn::Length of no list');
  },
  'Fn::ToJsonString': (template, argument, depth) => {
    const json = resolveDeep(template, argument, depth);
    return json instanceof Unknown ? json : new Plain(template, JSON.stringify(json));
  },
  'Fn::Join': followText,
  'Fn::Sub': followText,
};

function followRef(template: Template, argument: unknown, depth: number): Resolved {
  const name = nameOf(template, argument, depth);
  if (name instanceof Unknown) return name;
  if (typeof name !== 'string') return new Unknown('a Ref to nothing');
  const pseudo = pseudoParameter(template, name);
  if (pseudo) return pseudo;
  const resource = template.resources.get(name);
  if (resource) return new Reference(resource);
  const nest = template.app.nestOf(template);
  const given = nest && nest.properties.get('Parameters').get(name).json;
  const passed = given === undefined ? undefined : resolve(nest!.template, given, depth);
  if (passed && !(passed instanceof Plain)) return passed;
  if (!(name in template.parameters)) return new Unknown(`${name} is not in the template`);
  const { parameters, assumed } = template.source;
  const text = passed?.json ?? parameters?.get(name) ?? assumed?.get(name);
  if (text instanceof NoneOf) return new AnyOther(`parameter ${name} decides it`, text);
  // A stack that exists keeps its earlier value of a parameter: a default is certain only for a nested stack.
  const value = text !== undefined ? parameterValue(template, name, text) : nest && defaultValue(template, name);
  return value === undefined ? new Unknown(`parameter ${name} decides it`) : new Plain(passed?.template ?? template, value);
}

// With AWS::LanguageExtensions, the name may be a function.
function nameOf(template: Template, argument: unknown, depth: number): unknown {
  if (intrinsic(argument) === undefined) return argument;
  const name = resolve(template, argument, depth);
  return name instanceof Plain ? name.json : name;
}

function followAttribute(template: Template, argument: unknown, depth: number): Resolved {
  const path: readonly unknown[] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
  const name = nameOf(template, path[0], depth);
  if (name instanceof Unknown) return name;
  if (typeof name !== 'string') return new Unknown('a Fn::GetAtt of nothing');
  const resource = template.resources.get(name);
  if (!resource) return new Unknown(`${name} is not in the template`);
  const parts = path.slice(1).map((part) => nameOf(template, part, depth));
  const unclear = parts.find((part) => typeof part !== 'string');
  if (unclear !== undefined) return unclear instanceof Unknown ? unclear : new Unknown('a Fn::GetAtt of nothing');
  const attribute = parts.join('.');
  const nested = attribute.startsWith('Outputs.') ? template.app.nestedIn(resource) : undefined;
  return nested ? outputOf(nested, attribute.slice('Outputs.'.length)) : new Reference(resource, attribute);
}

function followMap(template: Template, argument: unknown, depth: number): Resolved {
  const unclear = new Unknown('Fn::FindInMap is known only at deployment');
  const [names, more] = Array.isArray(argument) ? [argument.slice(0, 3), argument[3] as unknown] : [[], undefined];
  let found: unknown = template.mappings;
  for (const name of names) {
    const key = resolve(template, name, depth);
    if (key instanceof Unknown) return key;
    // What a macro adds to mappings is not here.
    if (!(key instanceof Plain) || 'Fn::Transform' in asRecord(found)) return unclear;
    found = asRecord(found)[String(key.json)];
  }
  if (names.length < 3) return unclear;
  if (found !== undefined) return new Plain(template, found);
  const { DefaultValue } = asRecord(more);
  return DefaultValue === undefined ? unclear : resolve(template, DefaultValue, depth);
}

function followText(template: Template, argument: unknown, depth: number): Resolved {
  const parts = textPieces(template, argument, depth);
  if (parts instanceof Unknown) return parts;
  const unknown = parts.find((part) => typeof part !== 'string');
  if (unknown === undefined) return new Plain(template, parts.join(''));
  return unknown instanceof Unknown ? unknown : new Unknown('a text that is known only at deployment');
}

const outputOf = memoizeByName((template: Template, name): Resolved => {
  const output = template.outputs.get(name);
  return output ? resolve(template, output.value) : new Unknown(`output ${name} is not in the template`);
}, () => new Unknown(CIRCLE));
