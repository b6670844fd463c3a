// @ts-check
'use strict';

const { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..');
const NAME = 'cdk-ecs-guardrails';

/**
 * Calls back with a project of its own that has the compiled library in `node_modules`, as npm installs it.
 *
 * The CDK removes files in `node_modules` from the stack traces of each resource: run from a checkout, the
 * library would count as the user's own code, and cost more.
 *
 * @param {(directory: string) => void} callback
 */
function inProject(callback) {
  if (!existsSync(join(ROOT, 'lib', 'index.js'))) {
    throw new Error('lib/ is missing: compile the library first, with npx jsii --silence-warnings=reserved-word');
  }
  const directory = mkdtempSync(join(tmpdir(), 'bench-project-'));
  try {
    const modules = join(directory, 'node_modules');
    for (const path of ['lib', 'package.json']) cpSync(join(ROOT, path), join(modules, NAME, path), { recursive: true });
    for (const name of ['aws-cdk-lib', 'constructs', 'cdk-nag']) symlinkSync(packageDirectory(name), join(modules, name), 'junction');
    cpSync(join(__dirname, 'project'), directory, { recursive: true });
    callback(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function packageDirectory(/** @type {string} */ name) {
  return dirname(require.resolve(`${name}/package.json`));
}

module.exports = { inProject };
