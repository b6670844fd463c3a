/** Narrows a value to a JSON object; an empty object for anything else. */
export function asRecord(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json as Record<string, unknown> : {};
}

/** True for a text, a number or a boolean: the default values that CloudFormation accepts. */
export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
