import { Plain, type Resolved } from './resolve';
import type { Template } from './template';
import { Unknown } from '../facts/fact';

/** What `AWS::…` stands for in one template; `undefined` for a name that isn't one of them. */
export function pseudoParameter(template: Template, name: string): Resolved | undefined {
  if (!name.startsWith('AWS::')) return undefined;
  if (name === 'AWS::NoValue') return new Plain(template, undefined);
  const { region, account, stackName, assumed } = template.source;
  const value = { 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::StackName': stackName }[name] ?? assumed?.get(name);
  return value === undefined ? new Unknown(`${name} is known when the stack is deployed`) : new Plain(template, value);
}
