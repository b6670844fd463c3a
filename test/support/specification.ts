import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

/** Types of the specification, as far as they are read here. */
interface Typed {
  readonly type: string;
  readonly element?: Typed;
  readonly reference?: { readonly $ref: string };
}

const database = loadAwsServiceSpecSync();

/** Paths of all properties of a resource as CloudFormation has them today, those of nested types too: `NetworkConfiguration.AwsvpcConfiguration.Subnets`. */
export function propertiesOf(resource: string): readonly string[] {
  const [{ properties }] = database.lookup('resource', 'cloudFormationType', 'equals', resource);
  return pathsBelow('', properties);
}

function pathsBelow(path: string, properties: { readonly [name: string]: { readonly type: unknown } }): readonly string[] {
  return Object.entries(properties).flatMap(([name, { type }]) => {
    const own = path + name;
    const reference = referenceOf(type as Typed);
    return [own, ...reference === undefined ? [] : pathsBelow(`${own}.`, database.get('typeDefinition', reference).properties)];
  });
}

/** The type of a property, or of the items of its list. */
function referenceOf({ type, element, reference }: Typed): string | undefined {
  return type === 'array' && element ? referenceOf(element) : reference?.$ref;
}

/** Paths of all properties that a resource of a template has. Items of a list are one. */
export function pathsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => {
    const own = path ? `${path}.${name}` : name;
    return [own, ...pathsOf(below, own)];
  });
}
