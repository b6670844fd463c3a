// @ts-check
'use strict';

/** Measures `ecs-guardrails check` beside cfn-lint, its growth with the number of services, and its start beside an empty program. */

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { cfnLint, VERSION } = require('./check/cfn-lint');
const { cpuSeconds } = require('./check/cpu-seconds');
const { writeTemplates } = require('./check/templates');
const { median, ratios } = require('./statistics');
const { table } = require('./table');

const BIN = join(__dirname, '..', 'bin');
const CLI = [process.execPath, join(BIN, 'ecs-guardrails.js')];
/** Without AWS's own validator, which is another program: that is the default. */
const CHECK = [...CLI, 'check', '--fail-on', 'never', '--format', 'json', '--output', 'report.json'];
const NOTHING = [process.execPath, '-e', ''];

const TIMES_AS_FAST = 20;
const GROWTH = 1.1;
const START = 1.5;

/** @typedef {{ rounds: number, quick: boolean, folder: string }} Setup */

function main() {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const setup = { rounds: Number(values.rounds ?? (values.quick ? 1 : 5)), quick: values.quick, folder };
    process.stdout.write('ecs-guardrails check: CPU time of whole processes\n');
    for (const part of [besideCfnLint, withMoreServices, ofAStart]) process.stdout.write(`\n${part(setup)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One run of cfn-lint takes minutes, far more than its times vary. */
function besideCfnLint(/** @type {Setup} */ { rounds, quick, folder }) {
  const lint = cfnLint();
  const few = (/** @type {number} */ index) => 1 + index % 4;
  const [templates, services] = quick ? [2, 4] : [4, 50];
  const apps = [
    { title: `${quick ? 4 : 60} templates with 1 to 4 services`, files: writeTemplates(join(folder, 'small'), quick ? 4 : 60, few) },
    { title: `${templates} templates with ${services} services`, files: writeTemplates(join(folder, 'large'), templates, () => services) },
  ];
  const rows = apps.map(({ title, files }) => {
    const theirs = cpuSeconds([...lint, ...files], folder);
    const ours = median(repeated(rounds, () => cpuSeconds([...CHECK, ...files], folder)));
    return [title, seconds(ours), seconds(theirs), (theirs / ours).toFixed(0), `≥ ${TIMES_AS_FAST}`, verdict(quick, theirs / ours >= TIMES_AS_FAST)];
  });
  return table(['', 'check', `cfn-lint ${VERSION}`, 'times as fast', 'target', ''], rows);
}

function withMoreServices(/** @type {Setup} */ { rounds, quick, folder }) {
  const files = writeTemplates(join(folder, 'many'), 100, () => quick ? 1 : 50);
  const [few, many] = [files.slice(0, files.length / 5), files];
  const services = quick ? 1 : 50;
  const times = repeated(rounds, () => [few, many].map((some) => cpuSeconds([...CHECK, ...some], folder) / (some.length * services)));
  const [ofFew, ofMany] = [0, 1].map((index) => times.map((pair) => pair[index]));
  const growth = median(ratios(ofMany, ofFew));
  const perService = (/** @type {number[]} */ all) => `${(median(all) * 1000).toFixed(2)} ms`;
  const titles = [few, many].map((some) => (some.length * services).toLocaleString('en'));
  return table(
    ['a service of', titles[0], titles[1], 'ratio', 'target', ''],
    [['check', perService(ofFew), perService(ofMany), growth.toFixed(2), `≤ ${GROWTH.toFixed(2)}`, verdict(quick, growth <= GROWTH)]],
  );
}

/** Few milliseconds vary much: starts are measured more often. */
function ofAStart(/** @type {Setup} */ { rounds, quick, folder }) {
  const loading = [process.execPath, '-e', `require(${JSON.stringify(join(BIN, 'gotchas-verb.js'))})`];
  /** @type {ReadonlyArray<readonly [title: string, subject: string[], baseline: string[], target?: number]>} */
  const starts = [
    ['--help, beside node -e \'\'', [...CLI, '--help'], NOTHING, START],
    ['gotchas, beside node -e \'\' that loads its bundle', [...CLI, 'gotchas', 'dpl-percent-deadlock'], loading, START],
    ['gotchas, beside node -e \'\'', [...CLI, 'gotchas', 'dpl-percent-deadlock'], NOTHING],
    ['check --help, beside node -e \'\'', [...CLI, 'check', '--help'], NOTHING],
  ];
  const rows = starts.map(([title, subject, baseline, target]) => {
    const times = repeated(rounds * 5, () => [cpuSeconds(subject, folder), cpuSeconds(baseline, folder)]);
    const [ours, theirs] = [0, 1].map((index) => times.map((pair) => pair[index]));
    const ratio = median(ratios(ours, theirs));
    const milliseconds = [ours, theirs].map((all) => `${(median(all) * 1000).toFixed(0)} ms`);
    return [title, ...milliseconds, ratio.toFixed(2), ...target === undefined ? ['', ''] : [`≤ ${target.toFixed(2)}`, verdict(quick, ratio <= target)]];
  });
  return table(['', 'ours', 'baseline', 'ratio', 'target', ''], rows);
}

/** @template T @returns {T[]} */
function repeated(/** @type {number} */ times, /** @type {() => T} */ measure) {
  return Array.from({ length: times }, measure);
}

function seconds(/** @type {number} */ time) {
  return `${time.toFixed(1)} s`;
}

/** One short round shows that the benchmark works, not more. */
function verdict(/** @type {boolean} */ quick, /** @type {boolean} */ met) {
  return quick ? '' : met ? 'ok' : 'missed';
}

main();
