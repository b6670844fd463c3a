import { lineCounter, type LineFinder } from './lines';

/** Finds keys in the text of a JSON document that is known to be one. Each object is read once, when it is first asked about. */
export function jsonLines(text: string): LineFinder {
  const keysAt = new Map<number, ReadonlyMap<string, Key>>();
  const lineAt = lineCounter(text);
  return (path) => {
    let found: Key | undefined;
    let from = 0;
    for (const name of path) {
      const keys = keysAt.get(from) ?? keysOf(text, from);
      keysAt.set(from, keys);
      found = keys.get(name);
      if (!found) return undefined;
      from = found.value;
    }
    return found && lineAt(found.key);
  };
}

/** Where a key is, and where its value starts. */
interface Key {
  readonly key: number;
  readonly value: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** The keys of the object that starts at a place, none if there is no object. */
function keysOf(text: string, from: number): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>();
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = from;
  if (!/^\s*\{/.test(text.slice(from, from + LOOK_AHEAD))) return keys;
  let depth = 0;
  let name: { readonly text: string; readonly at: number } | undefined;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [word] = token;
    if (word === '{' || word === '[') depth++;
    else if (word === '}' || word === ']') depth--;
    else if (depth === 1 && word === ':' && name) keys.set(name.text, { key: name.at, value: tokens.lastIndex });
    else if (depth === 1 && word.startsWith('"')) name = { text: JSON.parse(word) as string, at: token.index };
    if (depth === 0) return keys;
  }
  return keys;
}

// White space between a colon and its value.
const LOOK_AHEAD = 1_000;
