/** The words that are spelled most like another, the most alike first. */
export function nearest(word: string, words: readonly string[], count = 3): readonly string[] {
  const distances = new Map(words.map((other) => [other, distance(word, other)]));
  return [...words].sort((a, b) => distances.get(a)! - distances.get(b)!).slice(0, count);
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
