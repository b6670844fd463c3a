import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
export const NAME = 'cdk-ecs-guardrails';

/** Documentation of a type or a member, as jsii read it. */
export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
  readonly example?: string;
  readonly see?: string;
  readonly returns?: string;
}

export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

export interface Parameter {
  readonly name: string;
  readonly type: TypeReference;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

export interface Property extends Parameter {
  readonly static?: boolean;
}

export interface Method {
  readonly name: string;
  readonly docs?: Docs;
  readonly static?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly returns?: { readonly type: TypeReference };
}

export interface Type {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly fqn: string;
  readonly symbolId: string;
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly docs?: Docs;
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly properties?: readonly Property[];
  readonly methods?: readonly Method[];
  readonly members?: ReadonlyArray<{ readonly name: string; readonly docs?: Docs }>;
}

const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { readonly types: Readonly<Record<string, Type>> };

/** All types of the library, by name. */
export const TYPES: readonly Type[] = Object.values(types).sort((a, b) => a.name.localeCompare(b.name));

/** A type of the library; those of the CDK are not in its assembly. */
export function typeOf(fqn: string | undefined): Type | undefined {
  return fqn === undefined ? undefined : types[fqn];
}

/** Properties of a type with those that it inherits, the required ones first. */
export function propertiesOf(type: Type): readonly Property[] {
  const own = [type.base, ...type.interfaces ?? []].flatMap((fqn) => typeOf(fqn) ?? []).flatMap(propertiesOf);
  const all = new Map([...own, ...type.properties ?? []].map((property) => [property.name, property]));
  return [...all.values()].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false) || a.name.localeCompare(b.name));
}

/** Names of the types that a reference has. */
export function namesIn({ fqn, collection }: TypeReference): readonly string[] {
  return [...fqn === undefined ? [] : [fqn], ...collection === undefined ? [] : namesIn(collection.elementtype)];
}
