/** Finds the line of a key in a template by the path of the key from the top; the first line is 1. */
export type LineFinder = (path: readonly string[]) => number | undefined;

/** Counts lines up to places of a text that are asked for in any order. */
export function lineCounter(text: string): (position: number) => number {
  let starts: number[] | undefined;
  return (position) => {
    starts ??= lineStarts(text);
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = Math.floor((low + high) / 2);
      if (starts[middle] <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
