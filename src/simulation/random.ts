const FACTOR = 48271;
const MODULUS = 2 ** 31 - 1;

/** Pseudo-random numbers from 0 to 1, equal for equal seeds (a Lehmer generator). */
export function seeded(seed: number): () => number {
  let state = 1 + Math.abs(Math.trunc(seed)) % (MODULUS - 1);
  return () => {
    state = state * FACTOR % MODULUS;
    return state / MODULUS;
  };
}
