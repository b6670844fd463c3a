/**
 * Works something out once for each name in a template. Where it comes round to itself, the answer is the one for circles:
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

/** An app, a template, a resource: it keeps what has been worked out for it. */
export interface Memoizing {
  /** What came of each kind of work. Most resources are asked for none. */
  remembered?: Map<object, unknown>;
}

/** Works something out once for each app, template or resource. */
export function memoize<K extends Memoizing, T extends object | string | number | boolean>(work: (key: K) => T): (key: K) => T {
  return (key) => (key.remembered?.get(work) as T | undefined) ?? remember(key, work);
}

function remember<K extends Memoizing, T>(key: K, work: (key: K) => T): T {
  const result = work(key);
  key.remembered ??= new Map<object, unknown>();
  key.remembered.set(work, result);
  return result;
}
