import { propertiesOf, TYPES, typeOf, type Property, type Type, type TypeReference } from '../site/assembly';

/** The reference of all constructs and of the values they take, in one page: an example, properties, factories. */
export function constructs(): string {
  const classes = TYPES.filter(({ kind }) => kind === 'class');
  const values = TYPES.filter(({ datatype }) => datatype === true).filter(({ fqn }) => !classes.some((type) => propsOf(type)?.fqn === fqn));
  const enums = TYPES.filter(({ kind }) => kind === 'enum');
  return [
    '# Constructs of cdk-ecs-guardrails', '',
    'A property with `?` is optional; the text in brackets is its default.', '',
    ...classes.flatMap(section),
    '# Values', '',
    ...values.flatMap((type) => [`## ${type.name}`, '', summaryOf(type), '', ...propertiesOf(type).map(line), '']),
    '# Enumerations', '',
    ...enums.map((type) => `- \`${type.name}\`: ${(type.members ?? []).map(({ name }) => `\`${name}\``).join(', ')}`),
  ].join('\n');
}

function section(type: Type): readonly string[] {
  const props = propsOf(type);
  const factories = (type.methods ?? []).filter((method) => method.static);
  return [
    `## ${type.name}`, '', summaryOf(type), '',
    ...type.docs?.example === undefined ? [] : ['```ts', type.docs.example, '```', ''],
    ...props === undefined ? [] : [...propertiesOf(props).map(line), ''],
    ...factories.map(({ name, parameters = [], docs }) => `- \`${type.name}.${name}(${parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${nameOf(each.type)}`).join(', ')})\`: ${docs?.summary ?? ''}`),
    ...factories.length === 0 ? [] : [''],
  ];
}

/** The properties that a constructor takes. */
function propsOf(type: Type): Type | undefined {
  return typeOf(type.initializer?.parameters?.find(({ name }) => name === 'props')?.type.fqn);
}

function line({ name, type, optional, docs }: Property): string {
  const fallback = optional && docs?.default !== undefined ? ` [${docs.default.replace(/^- /, '').replace(/\s+/g, ' ')}]` : '';
  return `- \`${name}${optional ? '?' : ''}: ${nameOf(type)}\`: ${(docs?.summary ?? '').replace(/\s+/g, ' ')}${fallback}`;
}

function summaryOf({ docs }: Type): string {
  return docs?.summary ?? '';
}

function nameOf({ primitive, fqn, collection }: TypeReference): string {
  if (collection) return collection.kind === 'array' ? `${nameOf(collection.elementtype)}[]` : `{ [name]: ${nameOf(collection.elementtype)} }`;
  return primitive ?? fqn!.split('.').slice(1).join('.').replace(/^aws_/, '');
}
