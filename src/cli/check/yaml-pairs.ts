import { isAlias, isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap } from 'yaml';

/**
 * The pairs of a map, those of its merge keys (`<<: *common`) too, by their keys. The own value of a key has precedence, then the first that is
 * merged. `aws cloudformation package` and `sam build` write templates with merged keys.
 */
export function pairsOf(map: YAMLMap, document: Document): ReadonlyMap<string, Pair> {
  const known = KNOWN.get(map);
  if (known) return known;
  const pairs = new Map<string, Pair>();
  // Known before it is filled: a map may merge itself, and is merged once however often it is named.
  KNOWN.set(map, pairs);
  for (const pair of map.items) if (!isMerge(pair)) pairs.set(keyOf(pair.key, document), pair);
  for (const other of new Set(map.items.filter(isMerge).flatMap(({ value }) => mapsIn(value, document)))) {
    for (const [key, pair] of pairsOf(other, document)) if (!pairs.has(key)) pairs.set(key, pair);
  }
  return pairs;
}

/** The pairs of each map that was read, with those that it merges. */
const KNOWN = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && typeof key.value === 'symbol' && key.value.description === '<<';
}

function keyOf(key: unknown, document: Document): string {
  const node = isAlias(key) ? key.resolve(document) : key;
  return String(isScalar(node) ? node.value : node);
}

function mapsIn(value: unknown, document: Document): readonly YAMLMap[] {
  const node = isAlias(value) ? value.resolve(document) : value;
  if (isMap(node)) return [node];
  return isSeq(node) ? node.items.flatMap((item) => mapsIn(item, document)) : [];
}
