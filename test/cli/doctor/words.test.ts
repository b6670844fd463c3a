import { TEXTS } from './corpus/texts';
import { CLUSTER_CHECKS, SERVICE_CHECKS } from '../../../src/cli/doctor/checks';
import { SUBJECTS } from '../../../src/cli/doctor/classifier/subjects';
import { loadCatalogue } from '../../../src/gotchas/load-catalogue';

/** Meanings of texts, but for those that depend on the words of a text: the corpus has those. */
const MEANINGS = SUBJECTS.flatMap(({ causes, otherwise }) => [...causes.map(({ meaning }) => meaning), otherwise])
  .flatMap((meaning) => (typeof meaning === 'object' ? [meaning] : []));

test('nothing has two entries', () => {
  const ids = loadCatalogue().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('each id that the doctor names has an entry of level live', () => {
  const live = new Set(loadCatalogue().filter(({ levels }) => levels.includes('live')).map(({ id }) => id));
  const named = [...SERVICE_CHECKS, ...CLUSTER_CHECKS, ...MEANINGS, ...TEXTS].flatMap(({ id }) => id ?? []);
  expect(named.filter((id) => !live.has(id))).toEqual([]);
});

test('a gotcha that texts of AWS name can be the cause of what a service suffers from', () => {
  const none = new Set(loadCatalogue().filter(({ causalRank }) => causalRank === 'none').map(({ id }) => id));
  const named = new Set([...MEANINGS, ...TEXTS].flatMap(({ id }) => id ?? []));
  expect([...named].filter((id) => none.has(id))).toEqual(['ops-unknown-event']);
});
