// @ts-check
'use strict';

/**
 * One case, in a process of its own: `node case.js <variant> <services> <construct|synth> [rule pack] [validation]`.
 * Prints what the process used, and what it loaded, as JSON.
 */

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { newApp } = require('./app');
const { applyRulePack } = require('./rule-packs');
const { loadVariant } = require('./variants');

const [variant, services, phase, rulePack, validation] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const app = newApp(outdir, Number(services), loadVariant(variant), { validation: validation === 'validation' });
  if (rulePack) applyRulePack(app, rulePack);
  if (phase === 'synth') app.synth();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024, modules: Object.keys(require.cache) };
  process.stdout.write(JSON.stringify(usage));
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
