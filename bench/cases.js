// @ts-check
'use strict';

/** Cases of the benchmark, and the targets of their figures. */

/**
 * @typedef {object} Case
 * @property {string} id
 * @property {import('./project/variants').VariantName} variant
 * @property {number} services
 * @property {'construct' | 'synth'} phase
 * @property {import('./project/rule-packs').RulePack} [rulePack] what checks the synthesized app
 * @property {boolean} [validation] whether the CDK's own validation does too, as it does by default
 *
 * One case against another.
 *
 * @typedef {object} Comparison
 * @property {string} title
 * @property {Case} subject
 * @property {Case} baseline
 * @property {number} [target] the ratio that is asked for, at most
 *
 * Whether a service among many costs what a service among few does.
 *
 * @typedef {object} Slope
 * @property {import('./project/variants').VariantName} variant
 * @property {Case[]} cases the smallest, the middle and the largest
 * @property {number} [target]
 */

/** Two construct trees may grow a bit unevenly; what is quadratic is far above. */
const LINEAR = 1.1;

/** @returns {Case} */
function newCase(/** @type {import('./project/variants').VariantName} */ variant, /** @type {number} */ services, /** @type {Case['phase']} */ phase = 'synth') {
  return { id: `${variant} ${services} ${phase}`, variant, services, phase };
}

/** @returns {Comparison[]} */
function comparisonsOf(/** @type {number[]} */ sizes) {
  const atFull = (/** @type {number} */ size, /** @type {number} */ target) => (size === 200 ? target : undefined);
  return [
    {
      title: 'import and construct 1 service',
      subject: newCase('guardrails', 1, 'construct'),
      baseline: newCase('l2', 1, 'construct'),
      target: 1.1,
    },
    ...sizes.map((size) => ({
      title: `synthesize ${size}`,
      subject: newCase('guardrails', size),
      baseline: newCase('l2', size),
      target: atFull(size, 0.9),
    })),
    ...sizes.map((size) => ({
      title: `synthesize ${size}, shared roles, log and security group`,
      subject: newCase('guardrails-shared', size),
      baseline: newCase('l2', size),
      target: atFull(size, 0.75),
    })),
    ...sizes.map((size) => ({
      title: `synthesize ${size}, shared likewise in both`,
      subject: newCase('guardrails-shared', size),
      baseline: newCase('l2-shared', size),
    })),
  ];
}

/** @returns {Slope[]} */
function slopesOf(/** @type {number[]} */ sizes) {
  if (sizes.length < 3) return [];
  return /** @type {const} */ (['guardrails', 'guardrails-shared', 'l2']).map((variant) => ({
    variant,
    cases: sizes.map((size) => newCase(variant, size)),
    target: variant === 'l2' ? undefined : LINEAR,
  }));
}

/** Each case once, for any number of comparisons. */
function casesOf(/** @type {Comparison[]} */ comparisons) {
  return [...new Map(comparisons.flatMap(({ subject, baseline }) => [subject, baseline]).map((each) => [each.id, each])).values()];
}

module.exports = { casesOf, comparisonsOf, slopesOf };
