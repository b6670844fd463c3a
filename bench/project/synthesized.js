// @ts-check
'use strict';

const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { SERVICES_PER_STACK, newApp } = require('./app');
const { loadVariant } = require('./variants');

/** One full stack of a variant: its template, and the share of a service in it. */
function synthesized(/** @type {import('./variants').VariantName} */ variant) {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const app = newApp(outdir, SERVICES_PER_STACK, loadVariant(variant));
    const [stack] = app.synth().stacks;
    return {
      template: stack.template,
      perService: {
        resources: Object.keys(stack.template.Resources).length / SERVICES_PER_STACK,
        constructs: app.node.findAll().length / SERVICES_PER_STACK,
        templateBytes: statSync(stack.templateFullPath).size / SERVICES_PER_STACK,
      },
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

module.exports = { synthesized };
