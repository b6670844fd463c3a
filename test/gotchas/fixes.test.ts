import { existsSync } from 'node:fs';
import { selected } from './selected';
import { subjectsOf } from './synthesized';
import { fixPath, importsOf, snippetsOf } from '../../scripts/snippets';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck, severityOfFinding, type GotchaDefinition } from '../../src/gotchas/definition';
import { countChecks, examine, type Examination } from '../../src/examination/examine';
import { Given, type Fix } from '../../src/gotchas/fixtures/snippet-context';
import type { Subject } from '../../src/readers/subjects';

process.env.CDK_VALIDATION = 'false';

type Fixes = { readonly wrong: Fix; readonly plain: Fix; readonly guarded?: Fix };

const checks = catalogue.filter(hasCheck);
const fixes = selected
  .filter(({ id }) => existsSync(fixPath(id)))
  .map((gotcha) => ({ ...gotcha, ...jest.requireActual<Fixes>(fixPath(gotcha.id)) }));
const snippets = fixes.flatMap(({ id, plain, guarded }) => [
  { id, kind: 'plain', fix: plain },
  ...guarded ? [{ id, kind: 'guarded', fix: guarded }] : [],
]);

test('there is code for each gotcha', () => {
  expect(fixes.map(({ id }) => id)).toEqual(selected.map(({ id }) => id));
});

test('the snippets call each module by one name', () => {
  const modules = importsOf(checks.map(({ id }) => id)).flatMap((line) => [.../^import \* as (\w+) from '(.+)';$/.exec(line)?.slice(1) ?? []]);
  expect(modules).toContain('aws-cdk-lib/aws-ecs');
  expect(modules).toEqual([...new Set(modules)]);
});

test.each(snippets)('$id, $kind: the snippet has nothing of it, and no other error', ({ id, fix }) => {
  const subjects = subjectsOf((stack) => fix(new Given(stack)));
  const examinations = [...examine(subjects, checks)];
  const own = examinations.filter(({ gotcha }) => gotcha.id === id);
  expect(own.flatMap(({ outcome }) => outcome.findings)).toEqual([]);
  expect(countChecks(subjects, checks.filter((gotcha) => gotcha.id === id))).toBeGreaterThan(own.length);
  expect(errorsIn(examinations).map((gotcha) => gotcha.id)).toEqual([]);
});

test.each(fixes)('$id: the wrong snippet has it and no other error, but for what follows from it', ({ id, wrong, follows }) => {
  const found = [...examine(subjectsOf((stack) => wrong(new Given(stack))), checks)];
  expect(found.filter(({ gotcha, outcome }) => gotcha.id === id && outcome.findings.length > 0)).not.toEqual([]);
  const errors = errorsIn(found).filter((gotcha) => gotcha.id !== id && gotcha.follows !== id && gotcha.id !== follows);
  expect(errors.map((gotcha) => gotcha.id)).toEqual([]);
});

test.each(fixes)('$id: the page shows what runs here, and has room for it', ({ id, guarded }) => {
  const shown = snippetsOf(id);
  expect(shown.guarded !== undefined).toBe(guarded !== undefined);
  for (const snippet of [shown.wrong, shown.plain, ...shown.guarded === undefined ? [] : [shown.guarded]]) {
    const lines = snippet.split('\n');
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  }
});

function errorsIn(examinations: ReadonlyArray<Examination<Subject>>): readonly GotchaDefinition[] {
  return examinations.filter(({ gotcha, outcome }) => outcome.findings.some((finding) => severityOfFinding(gotcha, finding) === 'error')).map(({ gotcha }) => gotcha);
}
