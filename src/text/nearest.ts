/** The words that another one is likely to stand for, the most likely first: what it begins, then what is spelled much like it. */
export function nearest(word: string, words: readonly string[], count = 3): readonly string[] {
  const distances = new Map(words.map((other) => [other, begins(word, other) ? 0 : distance(word.toLowerCase(), other.toLowerCase())]));
  return words
    .filter((other) => distances.get(other)! <= allowed(word, other))
    .sort((a, b) => distances.get(a)! - distances.get(b)!)
    .slice(0, count);
}

/** A question for the end of a message, as `; did you mean net-single-az?`; nothing where no word is near. */
export function didYouMean(word: string, words: readonly string[], count = 3): string {
  const near = nearest(word, words, count);
  return near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
}

function begins(word: string, other: string): boolean {
  return word.length >= 3 && other.toLowerCase().startsWith(word.toLowerCase());
}

// More changes make another word of it.
function allowed({ length }: string, other: string): number {
  return Math.max(Math.min(length, other.length) < 4 ? 1 : 2, Math.floor(Math.max(length, other.length) / 3));
}

// How many letters have to be added, left out or exchanged.
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let column = 0; column < to.length; column++) {
      line.push(Math.min(line[column] + 1, above[column + 1] + 1, above[column] + (letter === to[column] ? 0 : 1)));
    }
    above = line;
  }
  return above[to.length];
}
