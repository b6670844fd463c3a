/** How many cases each construct is tried with. */
export const RUNS = wholeNumber('PROPERTY_RUNS', 1000);

/** Where chance begins: the same seed makes the same cases, on every machine. A failure prints it. */
export const SEED = wholeNumber('PROPERTY_SEED', 20261122);

function wholeNumber(variable: string, otherwise: number): number {
  const given = process.env[variable];
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(value)) return value;
  throw new Error(`${variable} is '${given}', it has to be a whole number`);
}
