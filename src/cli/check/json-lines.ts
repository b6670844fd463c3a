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

/** Position of a key, and of the start of its value. */
interface Key {
  readonly key: number;
  readonly value: number;
}

/** The keys of the object that starts at a place, none if there is no object. Templates have megabytes: each character is read once. */
function keysOf(text: string, from: number): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>();
  let at = afterSpace(text, from);
  if (text[at] !== '{') return keys;
  for (let depth = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) {
      const start = at;
      at = closingQuote(text, start);
      if (depth > 1) continue;
      // A text with a colon behind it is a key, all others are values.
      const colon = afterSpace(text, at + 1);
      if (text[colon] === ':') keys.set(JSON.parse(text.slice(start, at + 1)) as string, { key: start, value: colon + 1 });
    } else if (letter === OPEN_BRACE || letter === OPEN_BRACKET) {
      depth++;
    } else if ((letter === CLOSE_BRACE || letter === CLOSE_BRACKET) && --depth === 0) {
      return keys;
    }
  }
  return keys;
}

const [QUOTE, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET] = [...'"{[}]'].map((letter) => letter.charCodeAt(0));

function afterSpace(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text[at] ?? '.')) at++;
  return at;
}

function closingQuote(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1); while (isEscaped(text, end));
  return end;
}

// After an odd number of backslashes.
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before--;
  return (at - before) % 2 === 0;
}
