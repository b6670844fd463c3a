import { HOLE, MADE_UP } from './image';

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

/** Returns true if a text can match both patterns. A `HOLE` stands for any characters of one part of an ARN, which has no colon in it, `MADE_UP` for those without a slash too. */
export function overlaps(first: string, second: string): boolean {
  // `reached[n]`: what is left of the first pattern can still meet the second one from its character n on.
  let reached = Array.from({ length: second.length + 1 }, (_, n) => /^[*\u0000\u0003]*$/.test(second.slice(n)));
  for (let at = first.length - 1; at >= 0; at--) {
    const row = new Array<boolean>(second.length + 1).fill(false);
    for (let n = second.length; n >= 0; n--) row[n] = canMeet(first[at], second[n], reached, row, n);
    reached = row;
  }
  return reached[0];
}

function canMeet(one: string, other: string | undefined, reached: readonly boolean[], row: readonly boolean[], n: number): boolean {
  if (isOpen(one) && (reached[n] || (other !== undefined && takes(one, other) && row[n + 1]))) return true;
  if (other === undefined) return false;
  if (isOpen(other) && (row[n + 1] || (takes(other, one) && reached[n]))) return true;
  return !isOpen(one) && !isOpen(other) && (one === other || one === '?' || other === '?') && reached[n + 1];
}

function isOpen(character: string): boolean {
  return character === '*' || character === HOLE || character === MADE_UP;
}

function takes(open: string, character: string): boolean {
  return open === '*' || (character !== ':' && (open === HOLE || character !== '/'));
}
