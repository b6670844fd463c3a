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
