import { argumentOf, intrinsic } from './intrinsic';
import { asRecord } from './json';
import { memoizeByName } from './memoize';
import { resolve } from './resolve';
import { AnyOther, Plain, type Resolved } from './resolved';
import type { Template } from './template';
import { Unknown, type Fact } from '../facts/fact';

/** CloudFormation accepts far fewer levels of functions. */
export const MAX_DEPTH = 40;

/** Evaluates a condition that depends on the template alone. */
export function decide(template: Template, json: unknown, depth: number): Fact<boolean> {
  if (depth > MAX_DEPTH) return new Unknown('a condition that is nested too deep');
  const { Condition } = asRecord(json);
  if (typeof Condition === 'string') return decideNamed(template, Condition);
  const name = intrinsic(json);
  const argument = argumentOf(json);
  const parts = Array.isArray(argument) ? argument : [];
  if (name === 'Fn::Equals') return equal(parts.map((part) => side(template, part, depth)));
  const outcomes = parts.map((part) => decide(template, part, depth + 1));
  if (name === 'Fn::Not') return typeof outcomes[0] === 'boolean' ? !outcomes[0] : outcomes[0] ?? new Unknown('an empty condition');
  if (name === 'Fn::And') return combine(outcomes, false);
  if (name === 'Fn::Or') return combine(outcomes, true);
  return new Unknown('a condition that the deployment decides');
}

const decideNamed = memoizeByName((template: Template, name): Fact<boolean> => {
  const defined = template.conditions[name];
  const outcome = defined === undefined ? undefined : decide(template, defined, 0);
  return typeof outcome === 'boolean' ? outcome : decidedBy(name);
}, decidedBy);

function decidedBy(name: string): Unknown {
  return new Unknown(`condition ${name} decides it`);
}

// What a function makes of a parameter may be anything, whatever the parameter is not.
function side(template: Template, json: unknown, depth: number): Resolved {
  const resolved = resolve(template, json, depth);
  return resolved instanceof AnyOther && intrinsic(json) !== 'Ref' ? new Unknown(resolved.reason) : resolved;
}

function equal(sides: readonly Resolved[]): Fact<boolean> {
  const [left, right] = sides;
  if (isNone(left, right) || isNone(right, left)) return false;
  const unknown = sides.find((each) => !(each instanceof Plain));
  if (unknown) return unknown instanceof Unknown ? unknown : new Unknown('a condition on a resource');
  return left instanceof Plain && right instanceof Plain ? String(left.json) === String(right.json) : new Unknown('an empty condition');
}

function isNone(left: Resolved | undefined, right: Resolved | undefined): boolean {
  return left instanceof AnyOther && right instanceof Plain && left.noneOf.compared.includes(String(right.json));
}

// One part alone settles an Or by being true and an And by being false.
function combine(outcomes: readonly Fact<boolean>[], settling: boolean): Fact<boolean> {
  if (outcomes.includes(settling)) return settling;
  return outcomes.find((outcome) => outcome instanceof Unknown) ?? !settling;
}
