// @ts-check
'use strict';

/**
 * The unit tests, as jest.unit.json has them; and for a shorter answer, those of one gotcha by its id:
 * `npx jest td-fargate-size-pair` takes the cases of that gotcha for a test file.
 */

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const unit = require('./jest.unit.json');

const cases = process.argv.slice(2)
  .filter((argument) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(argument))
  .map((id) => join('src', 'gotchas', id.split('-')[0], `${id}.cases.ts`))
  .filter((path) => existsSync(join(__dirname, path)));

module.exports = cases.length === 0 ? unit : {
  ...unit,
  testMatch: [...unit.testMatch, ...cases.map((path) => `<rootDir>/${path}`)],
  setupFilesAfterEnv: ['<rootDir>/test/support/one-gotcha.ts'],
  collectCoverage: false,
};
