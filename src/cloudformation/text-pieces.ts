import { intrinsic } from './intrinsic';
import { resolve } from './resolve';
import { Plain, Reference } from './resolved';
import type { Template } from './template';
import { unfinished } from './unfinished';
import { Unknown } from '../facts/fact';

/** One part of a text: what it reads, what it refers to, or why neither is known. */
export type TextPiece = string | Reference | Unknown;

/** The parts of a `Fn::Join` or `Fn::Sub`. */
export function textPieces(template: Template, argument: unknown, depth = 0): readonly TextPiece[] | Unknown {
  if (typeof argument === 'string') return substituted(template, argument, {}, depth);
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return new Unknown('a text of another form');
  const [first, second] = argument;
  if (Array.isArray(second)) return joined(template, first, second, depth);
  if (intrinsic(second) !== undefined) return joinedList(template, first, second, depth);
  return typeof second === 'object' && second !== null
    ? substituted(template, first, second as Record<string, unknown>, depth)
    : new Unknown('a text of another form');
}

// `!Join [',', !Ref Subnets]`; the second of a `Fn::Sub` is no function, but names and what they stand for.
function joinedList(template: Template, delimiter: string, list: unknown, depth: number): readonly TextPiece[] | Unknown {
  const resolved = resolve(template, list, depth);
  if (resolved instanceof Plain && Array.isArray(resolved.json)) return joined(resolved.template, delimiter, resolved.json, depth);
  return resolved instanceof Unknown ? resolved : new Unknown('a list that is known only at deployment');
}

function joined(template: Template, delimiter: string, parts: readonly unknown[], depth: number): readonly TextPiece[] {
  const found: TextPiece[] = [];
  for (let at = 0; at < parts.length; at++) {
    if (at > 0 && delimiter) found.push(delimiter);
    found.push(piece(template, parts[at], depth));
  }
  return found;
}

function substituted(template: Template, text: string, given: Readonly<Record<string, unknown>>, depth: number): readonly TextPiece[] {
  // Every second part is what stood between `${` and `}`; `${!x}` is the text `${x}`.
  return text.split(/\$\{([^{}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return unfinished(part) ?? part;
    if (part.startsWith('!')) return `\${${part.slice(1)}}`;
    if (part in given) return piece(template, given[part], depth);
    return piece(template, part.includes('.') ? { 'Fn::GetAtt': part } : { Ref: part }, depth);
  });
}

function piece(template: Template, json: unknown, depth: number): TextPiece {
  if (typeof json === 'string') return unfinished(json) ?? json;
  const resolved = resolve(template, json, depth);
  if (!(resolved instanceof Plain)) return resolved;
  const { json: result } = resolved;
  return typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean' ? String(result) : new Unknown('not a text');
}
