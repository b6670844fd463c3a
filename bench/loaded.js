// @ts-check
'use strict';

/** Modules that a process with the constructs has loaded. */

const { sep } = require('node:path');

const AWS_SDK = ['', '@aws-sdk', ''].join(sep);
const LIBRARY = ['', 'node_modules', 'cdk-ecs-guardrails', 'lib', ''].join(sep);
const COMMAND_LINE = LIBRARY + 'cli' + sep;

/** All modules, those of the library, and those for live services: synthesis never loads them. */
function countModules(/** @type {string[]} */ modules) {
  return {
    all: modules.length,
    ofLibrary: modules.filter((path) => path.includes(LIBRARY)).length,
    unwanted: modules.filter((path) => path.includes(AWS_SDK) || path.includes(COMMAND_LINE)),
  };
}

module.exports = { countModules };
