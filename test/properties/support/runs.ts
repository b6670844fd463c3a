/** Number of cases for each construct. */
export const RUNS = wholeNumber('PROPERTY_RUNS', '200');

/** Seed: an equal seed results in equal cases, on every machine. `seed.ts` sets and prints it. */
export const SEED = wholeNumber('PROPERTY_SEED');

function wholeNumber(variable: string, otherwise?: string): number {
  const text = process.env[variable] ?? otherwise;
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  throw new Error(`${variable} (${text}) must be a whole number`);
}
