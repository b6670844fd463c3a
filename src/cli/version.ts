import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of the package that this file is part of, bundled or not. */
export function versionOf(folder: string = __dirname): string {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf-8')) as { readonly version: string }).version : versionOf(dirname(folder));
}
