import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passagesOf, passagesOfPage, stumblesIn, type PassageKind } from '../../scripts/words';

const ROOT = join(__dirname, '../..');
/** Generated from texts that are read elsewhere, or the definition of the rules itself. */
const LEFT_OUT = /\.generated\.ts$|^docs\/(?:gotchas\.md|contributing\/conventions\.md)$|^API\.md$|^(?:api|site|skills)\/|^scripts\/words\.ts$|^test\/structure\/words\.test\.ts$/;

const files = execFileSync('git', ['ls-files', '*.ts', '*.js', '*.md'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
  .filter((file) => file !== '' && !LEFT_OUT.test(file));
const folders = [...new Set(files.map(folderOf))];

function folderOf(file: string): string {
  return file.split('/').slice(0, /^(?:src|test)\/[^/]+\//.test(file) ? 2 : 1).join('/');
}

test.each(folders)('%s follows the conventions for words', (folder) => {
  const stumbles = files.filter((file) => folderOf(file) === folder).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const passages = file.endsWith('.md') ? passagesOfPage(text) : passagesOf(file, text);
    return passages.flatMap((passage) => stumblesIn(passage).map(({ rule, words }) => `${file}:${passage.line} [${rule}] ${words}: ${passage.text.split('\n')[0]}`));
  });
  expect(stumbles).toEqual([]);
});

describe('a stumble is', () => {
  test.each<[rule: string, kind: PassageKind, text: string]>([
    ['tell', 'message', 'a finding is told once'],
    ['say', 'prose', 'The prop says so.'],
    ['give', 'message', 'the value that was given'],
    ['look', 'comment', 'Looks at services.'],
    ['come', 'comment', 'requests come by HTTPS'],
    ['let in', 'title', 'lets the load balancer in'],
    ['made later', 'comment', 'the service is made later'],
    ['worked out', 'message', 'the text is put together'],
    ['people', 'message', 'nobody may read it'],
    ['goes with', 'message', 'the type goes with HTTP'],
    ['takes', 'message', 'Fargate takes this size'],
    ['fine', 'message', 'all is fine'],
    ['can not', 'message', 'it can not be read'],
    ['noun clause', 'docstring', 'What a service has.'],
    ['pronoun', 'docstring', 'It is on.'],
    ['the same', 'docstring', 'The same, of a cluster.'],
  ])('%s in a %s', (rule, kind, text) => {
    expect(stumblesIn({ kind, line: 1, text }).map((stumble) => stumble.rule)).toContain(rule);
  });
});

test.each<[kind: PassageKind, text: string]>([
  ['docstring', 'Returns `said` for a message such as "nobody told ECS".'],
  ['docstring', 'True if a start takes 30 s.'],
  ['comment', 'What is left of it is removed.'],
  ['message', 'gives up after 3 hours and looks the name up'],
])('a %s may be: %s', (kind, text) => {
  expect(stumblesIn({ kind, line: 1, text })).toEqual([]);
});

test('texts of code are its comments, its messages and the titles of its tests', () => {
  const code = [
    '/** Creates a service. */', 'const id = \'web\';', '// A reason.', 'throw new Error(`no ${id} here`);',
  ].join('\n');
  expect(passagesOf('src/a.ts', code).map(({ kind, line, text }) => [kind, line, text])).toEqual([
    ['docstring', 1, 'Creates a service.'], ['comment', 3, 'A reason.'], ['message', 4, 'no `` here'],
  ]);
  expect(passagesOf('test/a.test.ts', 'test(\'has a title\', () => \'and some data\');').map(({ kind, text }) => [kind, text])).toEqual([['title', 'has a title']]);
});
