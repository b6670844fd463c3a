// @ts-check
'use strict';

/** What a process that uses the constructs has loaded. */

const { join, sep } = require('node:path');

const LIBRARY = join(__dirname, '..', 'lib') + sep;

/** The AWS SDK and the command line are for looking at live services; synthesis never loads them. */
function unwanted(/** @type {string[]} */ modules) {
  return modules.filter((path) => path.includes(`${sep}@aws-sdk${sep}`) || path.startsWith(join(LIBRARY, 'cli') + sep));
}

function countModules(/** @type {string[]} */ modules) {
  const ofLibrary = modules.filter((path) => path.startsWith(LIBRARY)).length;
  return { all: modules.length, ofLibrary, unwanted: unwanted(modules) };
}

module.exports = { LIBRARY, countModules };
