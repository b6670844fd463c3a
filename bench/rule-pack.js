// @ts-check
'use strict';

/** Measures the cost of a rule pack in the synthesis of an app that is written on L2. */

/** @typedef {import('./cases').Case} Case */
/** @typedef {{ rulePack?: Case['rulePack'], validation?: boolean }} Look what checks the synthesized app */

/** The ratio that is asked for with 200 services. */
const TARGET = 1.05;

/** @returns {Case} */
function synthesisOf(/** @type {number} */ services, /** @type {Look} */ { rulePack, validation } = {}) {
  const id = ['l2', services, 'synth', ...validation ? ['validated'] : [], ...rulePack ? ['with', rulePack] : []].join(' ');
  return { id, variant: 'l2', services, phase: 'synth', rulePack, validation };
}

/** @returns {import('./cases').Comparison[]} */
function rulePackComparisonsOf(/** @type {number[]} */ sizes) {
  const several = sizes.filter((size) => size > 1);
  return [
    ...several.map((size) => ({
      title: `EcsGuardrails over ${size} services`,
      subject: synthesisOf(size, { rulePack: 'EcsGuardrails', validation: true }),
      baseline: synthesisOf(size, { validation: true }),
      target: size === 200 ? TARGET : undefined,
    })),
    ...several.map((size) => ({
      title: `EcsGuardrails over ${size}, the CDK's validation off`,
      subject: synthesisOf(size, { rulePack: 'EcsGuardrails' }),
      baseline: synthesisOf(size),
    })),
    { title: 'AwsSolutionsChecks of cdk-nag over 50, the CDK\'s validation off', subject: synthesisOf(50, { rulePack: 'cdk-nag' }), baseline: synthesisOf(50) },
  ];
}

module.exports = { rulePackComparisonsOf };
