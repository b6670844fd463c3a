import { existsSync } from 'node:fs';
import { basename } from 'node:path';

// For the cases of a gotcha as a test file: they have no tests of their own, those of the catalogue run with this gotcha alone.
const path = expect.getState().testPath!;
if (path.endsWith('.cases.ts')) {
  process.env.GOTCHA = basename(path).slice(0, -'.cases.ts'.length);
  if (existsSync(path.replace('.cases.ts', '.fix.ts'))) {
    jest.requireActual('../gotchas/catalogue.test');
    jest.requireActual('../gotchas/fixes.test');
    jest.requireActual('../gotchas/refused.test');
  } else {
    jest.requireActual('../gotchas/live.test');
  }
}
