// @ts-check
'use strict';

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** @typedef {{ work: number, peakMiB: number, modules: string[] }} Measurement */
/** @typedef {Map<string, Measurement[]>} Measurements by the id of the case, one a round */

/**
 * Runs every case once a round, each in a process of its own and each round in another order, so that what slows
 * the machine down for a while falls on all of them.
 *
 * @param {string} project
 * @param {import('./cases').Case[]} cases
 * @param {{ rounds: number, counter: import('./counter').Counter, progress: (message: string) => void }} options
 */
function measure(project, cases, { rounds, counter, progress }) {
  /** @type {Measurements} */
  const measurements = new Map(cases.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { id, variant, services, phase, rulePack = '', validation } of rotated(cases, round)) {
      progress(`round ${round + 1} of ${rounds}: ${id}`);
      measurements.get(id)?.push(run([join(project, 'case.js'), variant, `${services}`, phase, rulePack, validation ? 'validation' : ''], counter));
    }
  }
  return measurements;
}

/** @returns {Measurement} */
function run(/** @type {string[]} */ script, /** @type {import('./counter').Counter} */ counter) {
  const [command, ...args] = [...counter.prefix, process.execPath, ...script];
  const { error, status, stdout, stderr } = spawnSync(command, args, { env: plainEnvironment(), encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${script.join(' ')} ended with ${status}\n${stderr}`);
  const { cpuSeconds, peakMiB, modules } = JSON.parse(stdout);
  return { work: counter.read(cpuSeconds, stderr), peakMiB, modules };
}

/** Nothing that makes node or the CDK behave in another way than by default. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE|CDK)_/.test(name)));
}

/** @template T @returns {T[]} */
function rotated(/** @type {T[]} */ items, /** @type {number} */ by) {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

module.exports = { measure };
