import { argumentOf, intrinsic } from './intrinsic';
import type { Resource, Template } from './template';

/** Resources that a loop may refer to by names made of its items, such as `!Ref {Fn::Sub: Task${Name}}`. */
export function maybeReferredBy({ resources }: Template, loop: unknown): readonly Resource[] {
  const patterns: RegExp[] = [];
  collect(loop, patterns);
  return patterns.length === 0 ? [] : [...resources.values()].filter(({ logicalId }) => patterns.some((pattern) => pattern.test(logicalId)));
}

function collect(json: unknown, patterns: RegExp[]): void {
  if (typeof json !== 'object' || json === null) return;
  const called = intrinsic(json);
  const argument = argumentOf(json);
  if (called === 'Ref') addPattern(argument, patterns);
  if (called === 'Fn::GetAtt') addPattern(Array.isArray(argument) ? argument[0] : argument, patterns);
  if (called === 'Fn::Sub') for (const [, name] of (textOf(json) ?? '').matchAll(COMPUTED)) addPattern(name, patterns);
  for (const part of Object.values(json)) collect(part, patterns);
}

// `Task${Name}.Arn` in `${Task${Name}.Arn}`.
const COMPUTED = /\$\{([^{}]*[$&]\{[^{}]*\}[^{}]*)\}/g;
const ITEM = /(?:[$&]\{[^{}]*\})+/;

function addPattern(name: unknown, patterns: RegExp[]): void {
  const text = typeof name === 'string' ? name : textOf(name);
  if (text === undefined) {
    patterns.push(ANYTHING);
  } else if (ITEM.test(text)) {
    const [logicalId] = text.split('.');
    patterns.push(new RegExp(`^${logicalId.split(ITEM).map((part) => part.replace(/\W/g, '')).join('.*')}$`));
  }
}

const ANYTHING = /^/;

/** The text of a `Fn::Sub`. */
function textOf(json: unknown): string | undefined {
  const argument = intrinsic(json) === 'Fn::Sub' ? argumentOf(json) : undefined;
  const text: unknown = Array.isArray(argument) ? argument[0] : argument;
  return typeof text === 'string' ? text : undefined;
}
