import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPS, BUILD, type Language, copyPrograms, put, succeed } from './language';

const HOME = join(BUILD, 'go-apps');
const BINARIES = join(BUILD, 'go-bin');
/** Generated module; its go.mod has the versions. */
export const GO_MODULE = join(BUILD, 'go/ecsguardrails');

/** Go is the one language that takes minutes the first time, so it is the one that may be absent. */
export function isGoInstalled(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

export const go: Language = {
  name: 'Go',
  prepare() {
    copyPrograms('go', HOME);
    put(join(HOME, 'go.mod'), goMod());
    // Compiling aws-cdk-go takes minutes; from then on it comes from the cache of the Go toolchain.
    succeed(['go', 'build', '-o', `${BINARIES}/`, ...[...APPS, 'broken'].map((app) => `./${app}`)], { cwd: HOME, env: { GOFLAGS: '-mod=mod' } });
  },
  command: (app) => [join(BINARIES, app)],
};

/** A module that requires everything in the versions of the generated one. */
function goMod(): string {
  const generated = readFileSync(join(GO_MODULE, 'go.mod'), 'utf8');
  const name = /^module (\S+)/m.exec(generated)![1];
  return `${generated.replace(name, 'languages')}\nrequire ${name} v0.0.0\n\nreplace ${name} => ${GO_MODULE}\n`;
}
