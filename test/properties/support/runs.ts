/** How many cases each construct is tried with. */
export const RUNS = wholeNumber('PROPERTY_RUNS', '200');

/** Where chance begins: the same seed makes the same cases, on every machine. `seed.ts` sets and prints it. */
export const SEED = wholeNumber('PROPERTY_SEED');

function wholeNumber(variable: string, otherwise?: string): number {
  const text = process.env[variable] ?? otherwise;
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  throw new Error(`${variable} (${text}) must be a whole number`);
}
