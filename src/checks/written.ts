/** The number that a value of a wrong kind was meant to be; NaN if it is neither a number nor the text of one. */
export function numberIn(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
}

/** A value in the words of JavaScript, for messages about values of a wrong kind. */
export function written(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'a function' : String(value);
  const { name = 'Object' } = (value as { readonly constructor?: { readonly name?: string } }).constructor ?? {};
  return name === 'Object' ? 'an object' : `of the class ${name}`;
}
