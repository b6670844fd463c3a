// @ts-check
'use strict';

/** cfn-lint in an environment of its own. */

const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const BENCH = join(__dirname, '..');
const REQUIREMENTS = join(BENCH, 'requirements.txt');
const ENVIRONMENT = join(BENCH, '.venv');

const VERSION = /^cfn-lint==(\S+)$/m.exec(readFileSync(REQUIREMENTS, 'utf8'))?.[1] ?? 'of no version';

/** Installs it, if it isn't there, and answers the command without the templates. What it finds is no failure here. */
function cfnLint() {
  const { status } = spawnSync('bash', [join(BENCH, '..', 'test', 'support', 'python-environment.sh'), ENVIRONMENT, REQUIREMENTS], { stdio: 'inherit' });
  if (status !== 0) throw new Error('cfn-lint could not be installed');
  return [join(ENVIRONMENT, 'bin', 'cfn-lint'), '--non-zero-exit-code', 'none', '--'];
}

module.exports = { cfnLint, VERSION };
