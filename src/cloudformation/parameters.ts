import { asRecord } from './json';
import type { Template } from './template';

/** Value of a parameter whose text is known; `undefined` where the text is the name of a Systems Manager parameter. */
export function parameterValue(template: Template, name: string, text: unknown): unknown {
  const { Type = 'String' } = asRecord(template.parameters[name]);
  const type = String(Type);
  if (type.startsWith('AWS::SSM::Parameter::')) return undefined;
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (!isList || typeof text !== 'string') return text;
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

/** Default of a parameter that the parent of a nested stack leaves out. */
export function defaultValue(template: Template, name: string): unknown {
  return parameterValue(template, name, asRecord(template.parameters[name]).Default);
}
