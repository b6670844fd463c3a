import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const ROOT = join(__dirname, '..');
/** The API of the last release, as jsii read it. */
const RELEASED = join(ROOT, 'api', 'released.jsii.gz');
/** Breaking changes that are declared, by the keys that jsii-diff prints, each with its reason in a comment. */
const DECLARED = join(ROOT, '.compatignore');

/** Compares the API with that of the last release. A breaking change that is not declared ends in failure. */
function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'released-'));
  try {
    writeFileSync(join(folder, '.jsii'), gunzipSync(readFileSync(RELEASED)));
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const declared = existsSync(DECLARED) ? ['--ignore-file', DECLARED] : [];
    const { status } = spawnSync(join(ROOT, 'node_modules/.bin/jsii-diff'), [folder, ROOT, '--keys', ...declared], { cwd: ROOT, stdio: 'inherit' });
    if (status === 0) console.log('no breaking change that is not declared');
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The release takes the API of today for the next comparison: `--release`.
if (process.argv.includes('--release')) writeFileSync(RELEASED, gzipSync(readFileSync(join(ROOT, '.jsii')), { level: 9 }));
else compare();
