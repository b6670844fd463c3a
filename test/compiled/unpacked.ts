import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../cli/support/files';

const ROOT = join(__dirname, '../..');

/** Files that npm would unpack, far from any node_modules. */
export function unpacked(): string {
  const folder = folderWith({});
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
  const [{ files }] = JSON.parse(stdout) as ReadonlyArray<{ readonly files: ReadonlyArray<{ readonly path: string }> }>;
  for (const { path } of files) cpSync(join(ROOT, path), join(folder, path));
  return folder;
}
