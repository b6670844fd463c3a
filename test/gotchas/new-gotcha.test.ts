import { camelCase, problemsOf } from '../../scripts/gen-catalogue';
import { filesOf, idError } from '../../scripts/new-gotcha';

test.each([
  [undefined, 'the id is missing'],
  ['td-Env', 'words of a-z and 0-9'],
  ['td', 'words of a-z and 0-9'],
  ['nope-env-name', 'must begin with an area: cost, dep'],
  [`td-${'x'.repeat(38)}`, 'at most 40 characters, it has 41'],
])('refuses the id %s', (id, error) => {
  expect(idError(id)).toContain(error);
});

test('a new gotcha has three files in the folder of its area', () => {
  const files = filesOf('td-env-name-form');
  expect([...files.keys()]).toEqual(['.ts', '.cases.ts', '.fix.ts'].map((ending) => `src/gotchas/td/td-env-name-form${ending}`));
  expect(files.get('src/gotchas/td/td-env-name-form.ts')).toContain(`export const ${camelCase('td-env-name-form')} = defineGotcha({\n  id: 'td-env-name-form',`);
});

test('a new gotcha that only a running service shows has no snippets', () => {
  const files = filesOf('ops-host-retired', true);
  expect([...files.keys()]).toEqual(['src/gotchas/ops/ops-host-retired.ts', 'src/gotchas/ops/ops-host-retired.cases.ts']);
  expect(files.get('src/gotchas/ops/ops-host-retired.ts')).toContain("export const opsHostRetired = defineLiveGotcha({\n  id: 'ops-host-retired',");
});

test('nothing is generated while a gotcha lacks a file', () => {
  expect(problemsOf(['td-no-such-gotcha'])).toEqual([
    'src/gotchas/td/td-no-such-gotcha.ts is missing: npm run new:gotcha writes it',
  ]);
  expect(problemsOf(['td-fargate-size-pair'])).toEqual([]);
});
