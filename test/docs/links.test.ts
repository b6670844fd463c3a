import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pages, pageText } from '../../scripts/docs/blocks';
import { FIXTURE_NAMES } from '../../scripts/docs/fixture';

const ROOT = join(__dirname, '../..');
const atRoot = readdirSync(ROOT).filter((file) => file.endsWith('.md') && file !== 'API.md');
const all = [...new Set([...pages(), ...atRoot, 'docs/gotchas.md', '.github/pull_request_template.md'])];

/** Links of a page to files and headings of this repository. Code is left out. */
function linksOf(page: string): readonly string[] {
  const prose = pageText(page).replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
}

/** Anchors of a page: its headings as GitHub names them, and those written as HTML. */
function anchorsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-'));
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)];
}

/** Error of a link of a page, if any. */
function faultOf(page: string, link: string): string | undefined {
  const [path, anchor] = link.split('#');
  const target = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path);
  if (!existsSync(target)) return `${link} leads nowhere`;
  if (anchor === undefined || statSync(target).isDirectory()) return undefined;
  return anchorsOf(target).includes(anchor) ? undefined : `${link} names no heading of ${relative(ROOT, target)}`;
}

test.each(all)('%s has no dead link', (page) => {
  expect(linksOf(page).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
});

test('the index of the docs lists each page', () => {
  const linked = linksOf('docs/README.md');
  const files = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md') && file !== 'README.md');
  expect(files.filter((file) => !linked.includes(file))).toEqual([]);
});

test('the index of the docs lists the names of the snippets', () => {
  const names = [...pageText('docs/README.md').matchAll(/^\| `(\w+)` \| `.+` \|$/gm)].map(([, name]) => name);
  expect(names).toEqual(FIXTURE_NAMES);
});

test('the page of the examples lists each example', () => {
  const folders = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect([...linksOf('examples/README.md')].sort()).toEqual(folders.sort());
});
