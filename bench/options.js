// @ts-check
'use strict';

const { parseArgs } = require('node:util');

const USAGE = `node bench/run.js [--rounds N] [--quick]

  --rounds N   how often each case runs; the figures are medians (5)
  --quick      one round with 1 and 50 services: shows that the benchmark works, not more
`;

/** @returns {{ rounds: number, sizes: number[] }} */
function parseOptions(/** @type {string[]} */ args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds is '${values.rounds}', it is a whole number from 1`);
  return { rounds, sizes: values.quick ? [1, 50] : [1, 50, 200] };
}

module.exports = { USAGE, parseOptions };
