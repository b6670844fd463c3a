// @ts-check
'use strict';

/**
 * One way to write the services of a stack. Each variant is a file that requires what it uses, and nothing else.
 *
 * @typedef {object} Variant
 * @property {(platform: import('../app').Platform) => (wish: ServiceWish) => void} servicesOf
 *
 * What the services of a stack differ in.
 *
 * @typedef {object} ServiceWish
 * @property {string} name
 * @property {{ [name: string]: string }} environment
 * @property {number} priority
 */

/** @typedef {'l2' | 'l2-shared' | 'guardrails' | 'guardrails-shared'} VariantName */

/** @returns {Variant} */
function loadVariant(/** @type {string} */ name) {
  return require(`./${name}`);
}

module.exports = { loadVariant };
