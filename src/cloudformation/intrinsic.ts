/** The name of an intrinsic function, when a value is one. */
export function intrinsic(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  let only: string | undefined;
  for (const key in json) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only !== undefined && (only === 'Ref' || only.startsWith('Fn::')) ? only : undefined;
}

/** Argument of an intrinsic function. */
export function argumentOf(json: unknown): unknown {
  const name = intrinsic(json);
  return name === undefined ? undefined : (json as Readonly<Record<string, unknown>>)[name];
}
