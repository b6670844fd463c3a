import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/**
 * A configuration as JSON, which is YAML too, without the characters `${`: the linters of CloudFormation read them as a parameter of
 * `Fn::Sub`. Agents read `\u0024` as `$`.
 */
export function configText(scope: Construct, config: object): string {
  const json = Stack.of(scope).toJsonString(config);
  return Token.asString({ creationStack: [], resolve: (context: { resolve(value: unknown): unknown }) => escaped(context.resolve(json)) });
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('${', '\\u0024{');
  const { 'Fn::Join': join } = value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join ? { 'Fn::Join': [join[0], join[1].map((part) => (typeof part === 'string' ? escaped(part) : part))] } : value;
}
