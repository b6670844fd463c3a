/** Data points by the second at which their period starts. What isn't there is missing. */
export type Series = ReadonlyMap<number, number>;

/** The data points of each metric or expression, by its id. */
export type SeriesById = Readonly<Record<string, Series>>;

/** A series that has a value wherever one of the others has. */
export function combined(all: readonly Series[], value: (second: number) => number | undefined): Series {
  const found = new Map<number, number>();
  for (const second of secondsOf(all)) {
    const result = value(second);
    if (result !== undefined && Number.isFinite(result)) found.set(second, result);
  }
  return found;
}

function secondsOf(all: readonly Series[]): readonly number[] {
  return [...new Set(all.flatMap((series) => [...series.keys()]))].sort((one, other) => one - other);
}
