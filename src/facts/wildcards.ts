/**
 * Returns true if the wide pattern matches every text of the narrow one; `*` stands for any characters, `?` for one.
 *
 * Row by row of the narrow pattern, `reached[n]`: the first n characters of the wide one take all of the narrow one so far.
 */
export function coversPattern(wide: string, narrow: string): boolean {
  const literal = wide.search(/[*?]/);
  if (literal < 0) return wide === narrow;
  // Each rule of a listener is held against all before it, each action against many: most differ in their first letters.
  if (!narrow.startsWith(wide.slice(0, literal))) return false;
  if (literal === wide.length - 1 && wide[literal] === '*') return true;
  let reached = startOf(wide);
  for (const character of narrow) {
    const next = [false];
    for (let n = 1; n <= wide.length; n++) next[n] = step(wide[n - 1], character, reached[n - 1], reached[n], next[n - 1]);
    reached = next;
  }
  return reached[wide.length];
}

function startOf(wide: string): boolean[] {
  const stars = /^\**/.exec(wide)![0].length;
  return Array.from({ length: wide.length + 1 }, (_, n) => n <= stars);
}

function step(pattern: string, character: string, before: boolean, stays: boolean, skips: boolean): boolean {
  if (pattern === '*') return stays || skips;
  if (character === '*') return false;
  return before && (pattern === '?' || pattern === character);
}
