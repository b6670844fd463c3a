import type { ReadTemplate } from './read-template';
import { asRecord } from '../../cloudformation/json';
import { didYouMean } from '../../text/nearest';
import { CannotLook } from '../verb';

/** Templates with what their stacks are to be deployed with, as `Name=value`. Nested stacks get theirs from their parents. */
export function withParameters(templates: readonly ReadTemplate[], given: readonly string[] = []): readonly ReadTemplate[] {
  const outermost = templates.filter(({ source }) => !source.nestedIn);
  const parameters = parse(given);
  for (const [name, value] of parameters) {
    const declared = outermost.filter((template) => name in parametersOf(template)).map((template) => asRecord(parametersOf(template)[name]));
    if (declared.length === 0) throw noSuchParameter(name, outermost);
    for (const parameter of declared) checkValue(name, value, parameter);
  }
  return parameters.size === 0 ? templates : templates.map((template) => (
    template.source.nestedIn ? template : { ...template, source: { ...template.source, parameters } }));
}

function parse(given: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const text of given) {
    const place = text.indexOf('=');
    if (place < 1) throw new CannotLook(`--parameter (${text}) must be a name and a value: write it as --parameter ${text.replace(/^=.*/, '') || 'Name'}=value`);
    const [name, value] = [text.slice(0, place), text.slice(place + 1)];
    const before = parameters.get(name);
    if (before !== undefined && before !== value) throw new CannotLook(`--parameter ${name} is set twice, to ${before} and to ${value}: a run uses one of them`);
    parameters.set(name, value);
  }
  return parameters;
}

function noSuchParameter(name: string, templates: readonly ReadTemplate[]): CannotLook {
  const names = [...new Set(templates.flatMap((template) => Object.keys(parametersOf(template))))];
  const where = templates.length === 1 ? templates[0].name : `any of ${templates.length} templates`;
  return new CannotLook(names.length === 0
    ? `--parameter ${name}: there are no parameters in ${where}`
    : `--parameter ${name}: there is no such parameter in ${where}${didYouMean(name, names)}`);
}

function checkValue(name: string, value: string, { Type, AllowedValues }: Readonly<Record<string, unknown>>): void {
  if (Type === 'Number' && (value.trim() === '' || !Number.isFinite(Number(value)))) throw new CannotLook(`--parameter ${name} (${value}) must be a number, as its Type is Number`);
  if (!Array.isArray(AllowedValues)) return;
  const allowed = AllowedValues.map(String);
  const isList = Type === 'CommaDelimitedList';
  for (const item of isList ? value.split(',') : [value]) {
    if (!allowed.includes(item.trim())) throw new CannotLook(`--parameter ${name} (${item.trim()}) is none of ${allowed.join(', ')}${didYouMean(item, allowed, 1)}`);
  }
}

function parametersOf({ source: { body } }: ReadTemplate): Readonly<Record<string, unknown>> {
  return asRecord(body.Parameters);
}
