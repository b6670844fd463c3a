import { typeOf, type Docs, type TypeReference } from './assembly';
import { linkTo } from './homes';

/** Text for a cell of a table, where neither a line break nor a bar may be. */
export function cell(text: string): string {
  return text.replace(/\n+/g, ' ').replaceAll('|', '\\|');
}

/** Summary and remarks, as one text. */
export function described({ summary = '', remarks = '' }: Docs = {}): string {
  return [summary, remarks].filter(Boolean).join('\n\n');
}

/** A type as it is written in TypeScript, with links to where it is described. */
export function typeText({ primitive, fqn, collection }: TypeReference): string {
  if (collection) return collection.kind === 'array' ? `${typeText(collection.elementtype)}[]` : `{ [name]: ${typeText(collection.elementtype)} }`;
  if (fqn === undefined) return `\`${primitive}\``;
  const type = typeOf(fqn);
  const link = type && linkTo(type);
  if (link !== undefined) return `[\`${type!.name}\`](${link})`;
  const [assembly, ...path] = fqn.split('.');
  const shown = path.join('.').replace(/^aws_/, '');
  return assembly === 'aws-cdk-lib' ? `[\`${shown}\`](https://docs.aws.amazon.com/cdk/api/v2/docs/${fqn}.html)` : `\`${shown}\``;
}

/** A table, or nothing without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
