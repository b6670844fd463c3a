import { basename } from 'node:path';

// For the cases of a gotcha as a test file: they have no tests of their own, those of the catalogue run with this gotcha alone.
const file = basename(expect.getState().testPath!);
if (file.endsWith('.cases.ts')) {
  process.env.GOTCHA = file.slice(0, -'.cases.ts'.length);
  jest.requireActual('../gotchas/catalogue.test');
  jest.requireActual('../gotchas/fixes.test');
}
