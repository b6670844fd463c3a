// @ts-check
'use strict';

/** What a rule pack adds to the synthesis of an app that is written by hand on L2. */

/** @typedef {import('./cases').Case} Case */

/** The ratio that is asked for with 200 services. */
const TARGET = 1.05;

/** @returns {Case} */
function synthesisOf(/** @type {number} */ services, /** @type {Case['rulePack']} */ rulePack = undefined) {
  const id = `l2 ${services} synth`;
  return { id: rulePack ? `${id} with ${rulePack}` : id, variant: 'l2', services, phase: 'synth', rulePack };
}

/** @returns {import('./cases').Comparison[]} */
function rulePackComparisonsOf(/** @type {number[]} */ sizes) {
  return [
    ...sizes.filter((size) => size > 1).map((size) => ({
      title: `EcsGuardrails over ${size} services`,
      subject: synthesisOf(size, 'EcsGuardrails'),
      baseline: synthesisOf(size),
      target: size === 200 ? TARGET : undefined,
    })),
    { title: 'AwsSolutionsChecks of cdk-nag over 50 services', subject: synthesisOf(50, 'cdk-nag'), baseline: synthesisOf(50) },
  ];
}

module.exports = { rulePackComparisonsOf };
