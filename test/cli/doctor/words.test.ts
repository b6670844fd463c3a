import { TEXTS } from './corpus/texts';
import { CLUSTER_CHECKS, LIVE_GOTCHAS, SERVICE_CHECKS } from '../../../src/cli/doctor/checks';
import { SUBJECTS } from '../../../src/cli/doctor/classifier/subjects';
import { allGotchas } from '../../../src/cli/gotchas/all-gotchas';
import { loadCatalogue } from '../../../src/gotchas/load-catalogue';

/** What texts mean, but for meanings that depend on the words of a text: the corpus has those. */
const MEANINGS = SUBJECTS.flatMap(({ causes, otherwise }) => [...causes.map(({ meaning }) => meaning), otherwise])
  .flatMap((meaning) => (typeof meaning === 'object' ? [meaning] : []));

describe.each(LIVE_GOTCHAS.map((gotcha) => [gotcha.id, gotcha] as const))('%s', (id, { title, why, fix, docsUrl }) => {
  test('is worded like those of the catalogue', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^[A-Za-z].*\.$/);
    expect(fix).toMatch(/^[a-z].*[^.]$/);
    expect(docsUrl).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

test('nothing has two entries', () => {
  const ids = allGotchas().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('whatever the doctor names has an entry, and says that it is found on running services', () => {
  const live = new Set(allGotchas().filter(({ levels }) => levels.includes('live')).map(({ id }) => id));
  const named = [...SERVICE_CHECKS, ...CLUSTER_CHECKS, ...MEANINGS, ...TEXTS].flatMap(({ id }) => id ?? []);
  expect(named.filter((id) => !live.has(id))).toEqual([]);
});

test('a check without words of its own is of the catalogue', () => {
  const catalogue = new Set(loadCatalogue().map(({ id }) => id));
  const wordless = [...SERVICE_CHECKS, ...CLUSTER_CHECKS].filter(({ words }) => words === undefined).map(({ id }) => id);
  expect(wordless.filter((id) => !catalogue.has(id) && !LIVE_GOTCHAS.some((gotcha) => gotcha.id === id))).toEqual([]);
});
