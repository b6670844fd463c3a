/** A time that chance decides, in seconds. */
export interface Range {
  readonly atLeast: number;
  readonly atMost: number;
}

export const NOTHING: Range = { atLeast: 0, atMost: 0 };

/** A time that is always the same. */
export function exactly(seconds: number): Range {
  return { atLeast: seconds, atMost: seconds };
}

/** Sum of ranges. */
export function sum(...ranges: readonly Range[]): Range {
  return { atLeast: total(ranges.map(({ atLeast }) => atLeast)), atMost: total(ranges.map(({ atMost }) => atMost)) };
}

/** Sum of a range, repeated `count` times. */
export function times(count: number, { atLeast, atMost }: Range): Range {
  return { atLeast: count * atLeast, atMost: count * atMost };
}

/** Side by side, until the last is done. */
export function longest(...ranges: readonly Range[]): Range {
  return { atLeast: Math.max(0, ...ranges.map(({ atLeast }) => atLeast)), atMost: Math.max(0, ...ranges.map(({ atMost }) => atMost)) };
}

function total(seconds: readonly number[]): number {
  return seconds.reduce((sofar, one) => sofar + one, 0);
}
