// @ts-check
'use strict';

/** Measures calls, time and memory of a run on a live account, and its losses when AWS has faults. See README.md. */

const { spawn } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { buildSync } = require('esbuild');
const { makeAccount } = require('../test/support/aws-server/account');
const { FAULTS, faultsOf } = require('../test/support/aws-server/faults');
const { serve } = require('../test/support/aws-server/server');
const { fewestCalls, floorSeconds } = require('./doctor/budget');
const { table } = require('./table');

const LATENCY_MS = 50;
const MOST_CALLS = 1.05;
const MOST_TIME = 2;

/**
 * @typedef {{ services: number, faulty?: boolean, again?: boolean }} Case
 * @typedef {{ loadSeconds: number, seconds: number, peakMiB: number, services: number, notRead: number, gaps: string[] }} Look
 */

async function main() {
  const sizes = sizesIn(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'ecs-guardrails-bench-'));
  try {
    const bundle = join(folder, 'collect.js');
    bundleCollectors(bundle);
    const rows = [];
    for (const services of sizes) {
      for (const one of [{ services }, { services, again: true }, { services, faulty: true }]) {
        process.stderr.write(`${titleOf(one)} …\n`);
        const row = await run(bundle, join(folder, `cache-${services}`), one);
        process.stderr.write(`  ${row.slice(1).join('  ')}\n`);
        rows.push(row);
      }
    }
    process.stdout.write(`${setup()}\n\n${table(COLUMNS, rows)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const USAGE = `node bench/doctor.js [--quick] [--services N …]

  --quick        10 services: shows that it works, not more
  --services N   accounts of this size (10, 100, 1000: ten minutes or so)
`;

/** @returns {number[]} */
function sizesIn(/** @type {string[]} */ args) {
  const { values } = parseArgs({ args, options: {
    quick: { type: 'boolean', default: false },
    services: { type: 'string', multiple: true },
    rounds: { type: 'string' }, // Of the other benchmarks: they and this one take the same line.
  } });
  const sizes = (values.services ?? (values.quick ? ['10'] : ['10', '100', '1000'])).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new Error(`--services is '${values.services}', it is a whole number from 1\n\n${USAGE}`);
  return sizes;
}

const COLUMNS = [
  'a run on an account', 'calls', 'fewest', 'ratio', `≤ ${MOST_CALLS}`, 'seconds', 'floor', 'ratio', `≤ ${MOST_TIME}`,
  'throttled', 'faults', 'lost', 'gaps', 'MiB', 'load s',
];

/** @param {string} bundle @param {string} cacheFolder @param {Case} one @returns {Promise<string[]>} */
async function run(bundle, cacheFolder, one) {
  const account = makeAccount(one.services);
  const server = await serve(account, { latencyMs: LATENCY_MS, nextFault: one.faulty ? faultsOf() : undefined });
  try {
    const look = await lookAt(server.url, bundle, one.faulty ? '' : cacheFolder);
    const fewest = { ...fewestCalls(account), ...one.again && { DescribeTaskDefinition: 0 } };
    const used = sum(server.stats.calls.values());
    const floor = floorSeconds(fewest, LATENCY_MS / 1000);
    const calls = used / sum(Object.values(fewest));
    // No measurement of seconds means its third digit.
    const time = Math.round((look.seconds / floor) * 100) / 100;
    for (const [action, count] of server.stats.throttledActions) process.stderr.write(`  over the limit: ${action} ${count}\n`);
    for (const gap of look.gaps.slice(0, 5)) process.stderr.write(`  gap: ${gap}\n`);
    return [
      titleOf(one), `${used}`, `${sum(Object.values(fewest))}`, calls.toFixed(3), one.faulty ? '' : verdict(calls <= MOST_CALLS),
      look.seconds.toFixed(1), floor.toFixed(1), time.toFixed(2), one.faulty ? '' : verdict(time <= MOST_TIME),
      `${server.stats.throttled}`, `${server.stats.faults}`, `${one.services - look.services}`, `${look.gaps.length}`,
      look.peakMiB.toFixed(0), look.loadSeconds.toFixed(2),
    ];
  } finally {
    server.close();
  }
}

/** @param {Case} one */
function titleOf({ services, faulty, again }) {
  return `${services} services${again ? ', read before' : ''}${faulty ? ', with faults' : ''}`;
}

function verdict(/** @type {boolean} */ good) {
  return good ? 'ok' : 'above';
}

function setup() {
  return [
    `command   node bench/doctor.js ${process.argv.slice(2).join(' ')}`.trimEnd(),
    `server    ${LATENCY_MS} ms an answer, AWS's token buckets; faults in parts of calls: ${FAULTS.map(([name, part]) => `${name} ${part}`).join(', ')}`,
    'fewest    the budget formula for what is asked; floor: the slowest bucket at its full rate, after the calls before it',
    'doctor    half of each refill rate',
  ].join('\n');
}

function bundleCollectors(/** @type {string} */ outfile) {
  buildSync({
    entryPoints: [join(__dirname, '../src/cli/collect/collect.ts')], bundle: true, platform: 'node', target: 'node20', format: 'cjs',
    mainFields: ['module', 'main'], outfile, logLevel: 'error', minify: true, keepNames: true,
  });
}

/** Without blocking: the server is in this process. @returns {Promise<Look>} */
function lookAt(/** @type {string} */ url, /** @type {string} */ bundle, /** @type {string} */ cacheFolder) {
  return new Promise((resolve, reject) => {
    const kept = Object.entries(process.env).filter(([name]) => !/^(NODE|AWS)_/.test(name));
    const env = {
      ...Object.fromEntries(kept), AWS_ENDPOINT_URL: url, AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench',
    };
    const child = spawn(process.execPath, [join(__dirname, 'doctor/look.js'), bundle, cacheFolder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece) => { output += piece; });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output));
      else reject(new Error(`a run ended with ${status}`));
    });
  });
}

function sum(/** @type {Iterable<number>} */ numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
