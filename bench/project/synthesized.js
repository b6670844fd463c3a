// @ts-check
'use strict';

const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { SERVICES_PER_STACK, newApp } = require('./app');
const { countCalls } = require('./calls');
const { loadVariant } = require('./variants');

/** One full stack of a variant: its template, and the share of a service in it. */
function synthesized(/** @type {import('./variants').VariantName} */ variant) {
  const { template, templateBytes, constructs } = synthesize(variant);
  // Once more, with everything loaded: only what each service takes is counted.
  const calls = countCalls(() => synthesize(variant));
  const resources = Object.keys(template.Resources).length;
  return {
    template,
    perService: {
      resources: resources / SERVICES_PER_STACK,
      constructs: constructs / SERVICES_PER_STACK,
      templateBytes: templateBytes / SERVICES_PER_STACK,
      calls: calls / SERVICES_PER_STACK,
    },
  };
}

function synthesize(/** @type {import('./variants').VariantName} */ variant) {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const app = newApp(outdir, SERVICES_PER_STACK, loadVariant(variant));
    const [stack] = app.synth().stacks;
    return { template: stack.template, templateBytes: statSync(stack.templateFullPath).size, constructs: app.node.findAll().length };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

module.exports = { synthesized };
