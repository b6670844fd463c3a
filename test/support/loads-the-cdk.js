// @ts-check
'use strict';

/** A filter for jest: the test files that load the CDK, by themselves or by what they import. No version of the CDK changes the others. */

const { existsSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const INDEX = join(__dirname, '..', '..', 'src', 'index.ts');
/** Imports at run time. */
const IMPORT = /^(?:import|export)(?! type\b)[^;]*?\sfrom '([^']+)'|^import '([^']+)'|\b(?:require|requireActual|import)(?:<[^()]*>)?\('([^']+)'\)/gm;

/** @type {Map<string, readonly string[]>} */
const imports = new Map();

function loadsTheCdk(/** @type {string} */ testPath) {
  const files = new Set([testPath]);
  for (const file of files) {
    for (const name of importsOf(file)) {
      if (/^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/.test(name)) return true;
      const source = name === 'cdk-ecs-guardrails' ? INDEX : name.startsWith('.') ? sourceOf(resolve(dirname(file), name)) : undefined;
      if (source) files.add(source);
    }
  }
  return false;
}

function importsOf(/** @type {string} */ file) {
  const found = imports.get(file) ?? [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, from, bare, required]) => from ?? bare ?? required);
  imports.set(file, found);
  return found;
}

function sourceOf(/** @type {string} */ path) {
  return [`${path}.ts`, join(path, 'index.ts')].find(existsSync);
}

module.exports = async (/** @type {string[]} */ testPaths) => ({ filtered: testPaths.filter(loadsTheCdk) });
