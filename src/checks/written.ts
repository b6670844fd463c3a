/** A value in the words of JavaScript, for messages about values of a wrong kind. */
export function written(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'a function' : String(value);
  const { name = 'Object' } = (value as { readonly constructor?: { readonly name?: string } }).constructor ?? {};
  return name === 'Object' ? 'an object' : `of the class ${name}`;
}
