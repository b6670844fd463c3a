import { propertiesOf, type Method, type Parameter, type Type } from './assembly';
import { shownOn } from './homes';
import { madeBy } from './made';
import { described, cell, table, typeText } from './markdown';
import { tabs } from './translations';
import { areaOf } from '../../src/gotchas/area';
import type { CatalogueEntry } from '../../src/gotchas/definition';

/** The page of a class: example, resources, properties with their defaults, methods, gotchas, and the types that go with it. */
export function apiPage(type: Type, gotchas: readonly CatalogueEntry[]): string {
  const props = propsOf(type);
  const made = madeBy(type);
  return [
    `# ${type.name}`, '',
    described(type.docs), '',
    ...see(type.docs?.see),
    ...type.docs?.example === undefined ? [] : ['## Example', '', tabs(type.docs.example), ''],
    ...made.size === 0 ? [] : ['## Resources of the example', '', ...table(['Type', 'Number'], [...made].sort().map(([kind, count]) => [`\`${kind}\``, `${count}`]))],
    ...props === undefined ? [] : [`## Properties {#${props.name.toLowerCase()}}`, '', ...propertyTable(props)],
    ...methods('Ways to create one', (type.methods ?? []).filter((method) => method.static)),
    ...propertiesOf(type).length === 0 ? [] : ['## Attributes', '', ...attributeTable(type)],
    ...methods('Methods', (type.methods ?? []).filter((method) => !method.static)),
    ...gotchas.length === 0 ? [] : ['## Gotchas', '', ...table(['Gotcha', 'About'], gotchas.map(({ id, title }) => [`[\`${id}\`](/gotchas/${areaOf(id)}#${id})`, cell(title)]))],
    ...shownOn(type).filter((shown) => shown !== props).flatMap(section),
  ].join('\n');
}

/** The properties that a constructor takes. */
function propsOf(type: Type): Type | undefined {
  const reference = type.initializer?.parameters?.find(({ name }) => name === 'props')?.type;
  return shownOn(type).find(({ fqn }) => fqn === reference?.fqn);
}

function section(type: Type): readonly string[] {
  const heading = [`## ${type.name}`, '', described(type.docs), ''];
  if (type.kind === 'enum') return [...heading, ...table(['Member', 'Description'], (type.members ?? []).map(({ name, docs }) => [`\`${name}\``, cell(described(docs))]))];
  return [...heading, ...propertyTable(type)];
}

function propertyTable(type: Type): readonly string[] {
  return table(['Property', 'Type', 'Default', 'Description'], propertiesOf(type).map((property) => [
    `\`${property.name}\``, typeText(property.type), property.optional ? cell((property.docs?.default ?? '').replace(/^- /, '')) : '**required**', cell(described(property.docs)),
  ]));
}

function attributeTable(type: Type): readonly string[] {
  return table(['Attribute', 'Type', 'Description'], propertiesOf(type).map((property) => [`\`${property.name}\``, typeText(property.type), cell(described(property.docs))]));
}

function methods(heading: string, found: readonly Method[]): readonly string[] {
  if (found.length === 0) return [];
  return [`## ${heading}`, '', ...found.flatMap((method) => [
    `### ${method.name}`, '',
    `\`${method.name}(${(method.parameters ?? []).map(signature).join(', ')})\`${method.returns ? ` returns ${typeText(method.returns.type)}` : ''}`, '',
    described(method.docs), '',
    ...table(['Parameter', 'Type', 'Description'], (method.parameters ?? []).map((parameter) => [`\`${parameter.name}\``, typeText(parameter.type), cell(described(parameter.docs))])),
    ...see(method.docs?.see),
  ])];
}

function signature({ name, optional, variadic }: Parameter): string {
  return `${variadic ? '...' : ''}${name}${optional ? '?' : ''}`;
}

function see(url: string | undefined): readonly string[] {
  return url === undefined ? [] : [`AWS: <${url}>`, ''];
}
