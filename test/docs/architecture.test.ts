import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARROWS } from '../../projenrc/arrows';
import { PAGE, withMap } from '../../scripts/docs/architecture';

const ROOT = join(__dirname, '../..');
const pageOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('the map is up to date', () => {
  expect(pageOf('ARCHITECTURE.md')).toBe(withMap(readFileSync(PAGE, 'utf8')));
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

test('CONTRIBUTING lists the modules that keep state', () => {
  const modules = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && /^const \w+ = new Weak(Map|Set)</m.test(pageOf(`src/${file}`)));
  const section = pageOf('CONTRIBUTING.md').split('## State of modules')[1].split('\n## ')[0];
  const listed = [...section.matchAll(/^\| `src\/([\w/.-]+)` \|/gm)].map(([, path]) => path);
  expect(listed.sort()).toEqual(modules.sort());
});

function exists(path: string): boolean {
  try {
    readdirSync(join(ROOT, path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
