// @ts-check
'use strict';

const { AwsError } = require('./aws-error');

/** @typedef {'throttled' | 'broken' | 'unavailable' | 'cut off' | 'silent' | undefined} Fault */

/** Faults, as parts of all calls. @type {[Exclude<Fault, undefined>, number][]} */
const FAULTS = [['throttled', 0.05], ['broken', 0.01], ['unavailable', 0.02], ['cut off', 0.02], ['silent', 0.004]];

/** Faults that are equal on every run. @returns {() => Fault} */
function faultsOf(seed = 1) {
  let state = seed;
  return () => {
    // A linear congruential generator: good enough to scatter faults.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let rest = state / 2 ** 32;
    for (const [fault, part] of FAULTS) {
      if (rest < part) return fault;
      rest -= part;
    }
    return undefined;
  };
}

const THROTTLED = new AwsError('ThrottlingException', 'Rate exceeded');
const UNAVAILABLE = new AwsError('ServiceUnavailableException', 'Try again later', 503);

module.exports = { FAULTS, THROTTLED, UNAVAILABLE, faultsOf };
