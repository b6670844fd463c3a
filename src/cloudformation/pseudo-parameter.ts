import { NoneOf } from './assumed';
import { AnyOther, Plain, type Resolved } from './resolved';
import type { Template } from './template';
import { Unknown } from '../facts/fact';

/** Value of a pseudo parameter in one template; `undefined` for any other name. */
export function pseudoParameter(template: Template, name: string): Resolved | undefined {
  if (!name.startsWith('AWS::')) return undefined;
  if (name === 'AWS::NoValue') return new Plain(template, undefined);
  const { region, account, stackName, assumed } = template.source;
  const value = { 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::StackName': stackName }[name] ?? assumed?.get(name);
  const reason = `${name} is known when the stack is deployed`;
  if (value instanceof NoneOf) return new AnyOther(reason, value);
  return value === undefined ? new Unknown(reason) : new Plain(template, value);
}

const PARTITIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^cn-/, 'aws-cn'], [/^us-gov-/, 'aws-us-gov'], [/^us-iso-/, 'aws-iso'], [/^us-isob-/, 'aws-iso-b'], [/^eu-isoe-/, 'aws-iso-e'], [/^us-isof-/, 'aws-iso-f'], [/^eusc-/, 'aws-eusc'],
];

/** The partition that a region is in. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([pattern]) => pattern.test(region))?.[1] ?? 'aws';
}
