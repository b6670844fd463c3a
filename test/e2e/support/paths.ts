import * as path from 'node:path';

export const PROJECT = path.resolve(__dirname, '../../..');
export const E2E = path.join(PROJECT, 'test/e2e');
export const EXAMPLES = path.join(PROJECT, 'examples');

/** A command of the project's own dependencies. */
export function bin(name: string): string {
  return path.join(PROJECT, 'node_modules/.bin', name);
}

/** A command of one of the Python environments that run.sh makes. */
export function python(environment: 'tools' | 'checkov', command: string): string {
  return path.join(E2E, '.venv', environment, 'bin', command);
}
