// @ts-check
'use strict';

/** What `ecs-guardrails check` costs beside parsing the same files, and what its start costs beside an empty program. */

const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { writeTemplates } = require('./check/templates');
const { median, ratios } = require('./statistics');
const { table } = require('./table');

const BIN = join(__dirname, '..', 'bin');
const CLI = join(BIN, 'ecs-guardrails.js');
const PARSE = 'for (const path of process.argv.slice(1)) JSON.parse(require("node:fs").readFileSync(path, "utf8"))';

/** @typedef {{ title: string, subject: string[], baseline: string[], target: number | undefined }} Comparison */

function main() {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const [templates, services] = values.quick ? [5, 10] : [100, 50];
    const files = writeTemplates(join(folder, 'templates'), templates, services);
    const MiB = files.reduce((sum, file) => sum + statSync(file).size, 0) / 2 ** 20;
    report(`check of ${templates} templates with ${services} services each, ${MiB.toFixed(1)} MiB`, comparisons(files, values.quick), rounds, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns {Comparison[]} */
function comparisons(/** @type {string[]} */ files, /** @type {boolean} */ quick) {
  const check = [CLI, 'check', '--fail-on', 'never', '--format', 'json', '--output', 'report.json', ...files];
  const nothing = ['-e', ''];
  const loading = (/** @type {string} */ file) => ['-e', `require(${JSON.stringify(join(BIN, file))})`];
  return [
    { title: 'check, beside JSON.parse of the files', subject: check, baseline: ['-e', PARSE, ...files], target: quick ? undefined : 3 },
    { title: '--help, beside node -e \'\'', subject: [CLI, '--help'], baseline: nothing, target: 1.5 },
    { title: 'gotchas, beside node -e \'\' that loads its bundle', subject: [CLI, 'gotchas', 'dpl-percent-deadlock'], baseline: loading('gotchas-verb.js'), target: 1.5 },
    { title: 'gotchas, beside node -e \'\'', subject: [CLI, 'gotchas', 'dpl-percent-deadlock'], baseline: nothing, target: undefined },
    { title: 'check --help, beside node -e \'\'', subject: [CLI, 'check', '--help'], baseline: nothing, target: undefined },
  ];
}

function report(/** @type {string} */ title, /** @type {Comparison[]} */ all, /** @type {number} */ rounds, /** @type {string} */ cwd) {
  const rows = all.map(({ title: name, subject, baseline, target }) => {
    // Few milliseconds vary much: starts are measured more often.
    const times = Array.from({ length: target === 3 ? rounds : rounds * 5 }, () => [cpuSeconds(subject, cwd), cpuSeconds(baseline, cwd)]);
    const [ours, theirs] = [0, 1].map((index) => times.map((pair) => pair[index]));
    const ratio = median(ratios(ours, theirs));
    const verdict = target === undefined ? ['', ''] : [`≤ ${target.toFixed(2)}`, ratio <= target ? 'ok' : 'above target'];
    return [name, `${(median(ours) * 1000).toFixed(0)} ms`, `${(median(theirs) * 1000).toFixed(0)} ms`, ratio.toFixed(2), ...verdict];
  });
  process.stdout.write(`${title}\nCPU time of whole processes, medians of ${rounds} rounds, starts of five times as many\n\n`);
  process.stdout.write(`${table(['', 'ours', 'baseline', 'ratio', 'target', ''], rows)}\n`);
}

function cpuSeconds(/** @type {string[]} */ args, /** @type {string} */ cwd) {
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(__dirname, 'check', 'cpu-at-exit.js'), ...args], { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')} ended with ${status}\n${stderr}`);
  return Number(stderr.trim().split('\n').at(-1));
}

main();
