import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARROWS } from '../../projenrc/arrows';
import { GENERATED, withGenerated } from '../../scripts/docs/generated';

const ROOT = join(__dirname, '../..');
const pageOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test.each(Object.keys(GENERATED))('the generated parts of %s are up to date', (page) => {
  expect(pageOf(page)).toBe(withGenerated(page, pageOf(page)));
});

test('each folder of src has its arrows', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(ARROWS).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('each path that the page names exists', () => {
  const paths = [...pageOf('ARCHITECTURE.md').matchAll(/`((?:src|scripts|projenrc|docs|test)\/[\w/.-]+)`/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !exists(path))).toEqual([]);
});

function exists(path: string): boolean {
  try {
    readdirSync(join(ROOT, path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
