import { asRecord } from './json';
import type { Template } from './template';

/** What a parameter of a template stands for once its text is known; `undefined` where the text only names what Systems Manager holds. */
export function parameterValue(template: Template, name: string, text: unknown): unknown {
  const { Type = 'String' } = asRecord(template.parameters[name]);
  const type = String(Type);
  if (type.startsWith('AWS::SSM::Parameter::')) return undefined;
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (!isList || typeof text !== 'string') return text;
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

/** What a nested stack gets for a parameter that its parent leaves out. */
export function defaultValue(template: Template, name: string): unknown {
  return parameterValue(template, name, asRecord(template.parameters[name]).Default);
}
