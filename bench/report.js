// @ts-check
'use strict';

/** Report of the benchmark: each function returns a table as text. */

const { cpus } = require('node:os');
const { SETTINGS } = require('./project/app');
const { countModules } = require('./loaded');
const { ALLOWED_DIFFERENCES } = require('./same-resources');
const { median, ratios, slopes } = require('./statistics');
const { table } = require('./table');

/** @typedef {import('./measure').Measurements} Measurements */
/** @typedef {import('./counter').Counter} Counter */

function reportSetup(/** @type {number} */ rounds, /** @type {Counter} */ counter) {
  return [
    `command   node bench/run.js ${process.argv.slice(2).join(' ')}`.trimEnd(),
    `machine   ${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.platform}, node ${process.versions.node}`,
    // @ts-ignore: package.json has no types
    `packages  aws-cdk-lib ${require('aws-cdk-lib/package.json').version}, constructs ${require('constructs/package.json').version}`,
    `counter   ${counter.name}`,
    `rounds    ${rounds}, every case once a round in a fresh process, in rotated order; medians, ratios are medians of each round's`,
    ...SETTINGS.map((setting, index) => `${index === 0 ? 'app' : ''}`.padEnd(10) + setting),
  ].join('\n');
}

/** @param {{ [variant: string]: ReturnType<typeof import('./project/synthesized').synthesized> }} variants */
function reportResources(variants) {
  return [
    'The variants synthesize the same resources with the same properties, except for',
    ...ALLOWED_DIFFERENCES.map((difference) => `  - ${difference}`),
    '',
    table(['per service', 'resources', 'constructs', 'template bytes', 'function calls'], Object.entries(variants).map(([name, { perService }]) => [
      name,
      perService.resources.toFixed(1),
      perService.constructs.toFixed(1),
      perService.templateBytes.toFixed(0),
      perService.calls.toFixed(0),
    ])),
  ].join('\n');
}

function reportModules(/** @type {Measurements} */ measurements) {
  const rows = [...measurements].filter(([id]) => / 1 /.test(id)).map(([id, [{ modules }]]) => {
    const { all, ofLibrary, unwanted } = countModules(modules);
    return [id, `${all}`, `${ofLibrary}`, unwanted.length === 0 ? 'none' : unwanted.join(' ')];
  });
  return table(['modules loaded', 'all', 'of lib/', 'AWS SDK or CLI'], rows);
}

function reportSlopes(/** @type {import('./cases').Slope[]} */ all, /** @type {Measurements} */ measurements, /** @type {Counter} */ counter) {
  const perThousand = (/** @type {number} */ work) => counter.format(work * 1000);
  return table(['1,000 services more', 'from 1 to 50', 'from 50 to 200', 'ratio', 'target', ''], all.map(({ variant, cases, target }) => {
    const each = slopes(cases.map(({ services }) => services), cases.map((one) => worksOf(measurements, one)));
    const ratio = median(each.map(({ few, many }) => many / few));
    return [variant, perThousand(median(each.map(({ few }) => few))), perThousand(median(each.map(({ many }) => many))), ...verdict(ratio, target)];
  }));
}

function reportComparisons(/** @type {import('./cases').Comparison[]} */ all, /** @type {Measurements} */ measurements, /** @type {Counter} */ counter) {
  return comparisonTable(['work and peak memory', 'this library', 'L2', 'MiB', 'MiB of L2'], all, measurements, counter);
}

function reportRulePacks(/** @type {import('./cases').Comparison[]} */ all, /** @type {Measurements} */ measurements, /** @type {Counter} */ counter) {
  return comparisonTable(['work and peak memory of rule packs', 'with', 'without', 'MiB with', 'MiB without'], all, measurements, counter);
}

/**
 * @param {string[]} columns
 * @param {import('./cases').Comparison[]} all
 * @param {Measurements} measurements
 * @param {Counter} counter
 */
function comparisonTable(columns, all, measurements, counter) {
  return table([...columns, 'ratio', 'target', ''], all.map(({ title, subject, baseline, target }) => {
    const works = [subject, baseline].map((one) => worksOf(measurements, one));
    const memories = [subject, baseline].map((one) => median(resultsOf(measurements, one).map(({ peakMiB }) => peakMiB)));
    return [
      title,
      ...works.map((each) => counter.format(median(each))),
      ...memories.map((MiB) => MiB.toFixed(0)),
      ...verdict(median(ratios(works[0], works[1])), target),
    ];
  }));
}

/** @returns {string[]} */
function verdict(/** @type {number} */ ratio, /** @type {number | undefined} */ target) {
  if (target === undefined) return [ratio.toFixed(2), '', ''];
  return [ratio.toFixed(2), `≤ ${target.toFixed(2)}`, ratio <= target ? 'ok' : 'above target'];
}

function resultsOf(/** @type {Measurements} */ measurements, /** @type {import('./cases').Case} */ { id }) {
  return measurements.get(id) ?? [];
}

function worksOf(/** @type {Measurements} */ measurements, /** @type {import('./cases').Case} */ one) {
  return resultsOf(measurements, one).map(({ work }) => work);
}

module.exports = { reportComparisons, reportModules, reportResources, reportRulePacks, reportSetup, reportSlopes };
