// @ts-check
'use strict';

const { spawnSync } = require('node:child_process');

/** The CPU time of a command and of what it starts. Its output is thrown away, a failure is an error. */
function cpuSeconds(/** @type {readonly string[]} */ command, /** @type {string} */ cwd) {
  const script = 'TIMEFORMAT="%U %S"; exec 3>&2; { time "$@" >/dev/null 2>&3; } 2>&1';
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, 'time', ...command], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.slice(0, 3).join(' ')} ended with ${status}\n${stderr}`);
  return stdout.trim().split(' ').reduce((sum, seconds) => sum + Number(seconds), 0);
}

module.exports = { cpuSeconds };
