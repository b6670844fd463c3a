const FACTOR = 48271;
const MODULUS = 2 ** 31 - 1;

/** Numbers from 0 to 1 that look like chance, and are the same for the same seed (a Lehmer generator). */
export function seeded(seed: number): () => number {
  let state = 1 + Math.abs(Math.trunc(seed)) % (MODULUS - 1);
  return () => {
    state = state * FACTOR % MODULUS;
    return state / MODULUS;
  };
}
