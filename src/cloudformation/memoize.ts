/**
 * Computes a result once for each name in a template. A name that depends on itself has the result for circles:
 * that also keeps a circle with several branches from being walked again for each.
 */
export function memoizeByName<K extends Memoizing, T>(work: (key: K, name: string) => T, circle: (name: string) => T): (key: K, name: string) => T {
  const namesOf = memoize((_key: K) => new Map<string, T>());
  return (key, name) => {
    const known = namesOf(key);
    if (!known.has(name)) {
      known.set(name, circle(name));
      known.set(name, work(key, name));
    }
    return known.get(name)!;
  };
}

/** An app, template or resource, which keeps the results that were computed for it. */
export interface Memoizing {
  /** Result by function. Most resources have none. */
  remembered?: Map<object, unknown>;
}

/** Computes a result once for each app, template or resource. */
export function memoize<K extends Memoizing, T extends object | string | number | boolean>(work: (key: K) => T): (key: K) => T {
  return (key) => (key.remembered?.get(work) as T | undefined) ?? remember(key, work);
}

function remember<K extends Memoizing, T>(key: K, work: (key: K) => T): T {
  const result = work(key);
  key.remembered ??= new Map<object, unknown>();
  key.remembered.set(work, result);
  return result;
}
