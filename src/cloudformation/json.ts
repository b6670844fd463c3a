/** Narrows a value to a JSON object; an empty object for anything else. */
export function asRecord(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json as Record<string, unknown> : {};
}
