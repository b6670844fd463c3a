// @ts-check
'use strict';

/** Measures the constructs beside equal resources written on L2. See README.md. */

const { join } = require('node:path');
const { casesOf, comparisonsOf, slopesOf } = require('./cases');
const { bestCounter } = require('./counter');
const { deploymentTimes } = require('./deployment-time');
const { measure } = require('./measure');
const { USAGE, parseOptions } = require('./options');
const { inProject } = require('./project');
const { queueDrains } = require('./queue-drain');
const { reportComparisons, reportModules, reportResources, reportRulePacks, reportSetup, reportSlopes } = require('./report');
const { rulePackComparisonsOf } = require('./rule-pack');
const { differences } = require('./same-resources');

function main() {
  const { rounds, sizes } = options();
  const comparisons = comparisonsOf(sizes);
  const rulePacks = rulePackComparisonsOf(sizes);
  const slopes = slopesOf(sizes);
  const counter = bestCounter();

  inProject((project) => {
    say(reportSetup(rounds, counter));
    say(reportResources(sameResources(project)));
    say(deploymentTimes());
    say(queueDrains());
    const measurements = measure(project, casesOf([...comparisons, ...rulePacks]), { rounds, counter, progress });
    say(reportModules(measurements));
    if (slopes.length > 0) say(reportSlopes(slopes, measurements, counter));
    say(reportComparisons(comparisons, measurements, counter));
    say(reportRulePacks(rulePacks, measurements, counter));
  });
}

function options() {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n\n${USAGE}`);
  }
}

/** A stack of each variant. Throws where one makes anything else than the one it is compared with: it would not be comparable. */
function sameResources(/** @type {string} */ project) {
  /** @type {import('./project/synthesized')} */
  const { synthesized } = require(join(project, 'synthesized.js'));
  const variants = {
    'l2': synthesized('l2'),
    'guardrails': synthesized('guardrails'),
    'l2-shared': synthesized('l2-shared'),
    'guardrails-shared': synthesized('guardrails-shared'),
  };
  const found = [
    ...differences(variants.l2.template, variants.guardrails.template),
    ...differences(variants['l2-shared'].template, variants['guardrails-shared'].template),
  ];
  if (found.length > 0) throw new Error(`the variants don't synthesize the same (- L2, + this library):\n${found.join('\n')}`);
  return variants;
}

function progress(/** @type {string} */ message) {
  process.stderr.write(`${message}\n`);
}

function say(/** @type {string} */ text) {
  process.stdout.write(`${text}\n\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
  process.exitCode = 1;
}
