/**
 * Works something out once for each name in a template. Where it comes round to itself, the answer is the one for circles:
 * that also keeps a circle with several branches from being walked again for each.
 */
export function onceByName<K extends object, T>(work: (key: K, name: string) => T, circle: (name: string) => T): (key: K, name: string) => T {
  const namesOf = once((_key: K) => new Map<string, T>());
  return (key, name) => {
    const known = namesOf(key);
    if (!known.has(name)) {
      known.set(name, circle(name));
      known.set(name, work(key, name));
    }
    return known.get(name)!;
  };
}

/** Works something out once for each app, resource or other key. */
export function once<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const done = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    const known = done.get(key);
    if (known) return known.result;
    const result = work(key);
    done.set(key, { result });
    return result;
  };
}
