// @ts-check
'use strict';

const { spawnSync } = require('node:child_process');

/**
 * Counter of the work of a process.
 *
 * @typedef {object} Counter
 * @property {string} name
 * @property {string[]} prefix what the command line begins with
 * @property {(cpuSeconds: number, stderr: string) => number} read
 * @property {(work: number) => string} format
 */

const EVENT = 'instructions:u';
const PERF = ['perf', 'stat', '-x,', '-e', EVENT];

/** @type {Counter} */
const INSTRUCTIONS = {
  name: `user instructions (perf stat -e ${EVENT})`,
  prefix: PERF,
  read: (_cpuSeconds, stderr) => instructionsIn(stderr),
  format: (work) => `${(work / 1e9).toFixed(2)} G`,
};

/** @type {Counter} */
const CPU_TIME = {
  name: 'CPU time, user and system (perf counts no instructions here)',
  prefix: [],
  read: (cpuSeconds) => cpuSeconds,
  format: (work) => `${work.toFixed(2)} s`,
};

/** Instructions where perf counts them: they vary by 2 %, seconds by much more. */
function bestCounter() {
  const [command, ...args] = [...PERF, process.execPath, '--version'];
  const { error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return !error && instructionsIn(stderr) > 0 ? INSTRUCTIONS : CPU_TIME;
}

/** From a line as in `3050123456,,instructions:u,…`; not a number where the event is `<not supported>`. */
function instructionsIn(/** @type {string} */ stderr) {
  return Number(stderr.split('\n').find((line) => line.includes(`,${EVENT}`))?.split(',')[0] ?? NaN);
}

module.exports = { bestCounter };
