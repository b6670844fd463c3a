/** The number that a value of a wrong kind was meant to be; NaN if it is neither a number nor the text of one. */
export function numberIn(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
}

/** Under which jsii keeps the name of a class. */
const TYPE = Symbol.for('jsii.rtti');

/** A value in the words of JavaScript, for messages about values of a wrong kind. */
export function written(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'a function' : String(value);
  const { constructor: kind } = value as { readonly constructor?: NamedClass };
  const name = typeof kind === 'function' ? nameOf(kind) : 'Object';
  return name === 'Object' || name === '' ? 'an object' : `of the class ${name}`;
}

interface NamedClass {
  readonly name: string;
  readonly [TYPE]?: { readonly fqn: string };
}

/** The name that users import: bundled classes of the CDK have another one at run time, such as `Stack2`. */
function nameOf(kind: NamedClass): string {
  return Object.hasOwn(kind, TYPE) ? kind[TYPE]!.fqn.replace(/^.*\./, '') : kind.name;
}
