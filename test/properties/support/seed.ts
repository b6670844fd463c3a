import { execFileSync } from 'node:child_process';

/** For sources without a commit, such as an archive. */
const WITHOUT_COMMIT = 20261122;

/** Sets PROPERTY_SEED for all test files: another one for each commit, so that over time many cases are tried. Prints it, to run the same cases again. */
export default function setSeed(): void {
  process.env.PROPERTY_SEED ??= String(seedOfCommit());
  process.stdout.write(`PROPERTY_SEED=${process.env.PROPERTY_SEED}\n`);
}

/** The first seven digits of the hash: seeds of fast-check have 32 bits. */
function seedOfCommit(): number {
  try {
    return parseInt(execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).slice(0, 7), 16);
  } catch {
    return WITHOUT_COMMIT;
  }
}
