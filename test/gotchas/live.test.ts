import { selectedLive } from './selected';
import { expectWords } from './words';
import { liveCasesOf } from '../../scripts/printed';
import { diagnose } from '../../src/cli/doctor/diagnosis/diagnose';
import { catalogue } from '../../src/gotchas/catalogue.generated';

describe.each(selectedLive.map((gotcha) => [gotcha.id, gotcha] as const))('%s', (id, gotcha) => {
  const cases = liveCasesOf(id);

  test('is worded like the others', () => expectWords(gotcha));

  test('is of level live alone', () => {
    expect(gotcha.levels).toEqual(['live']);
  });

  test('has something that the doctor finds and something that it leaves alone', () => {
    expect(new Set(cases.map(({ caught }) => caught))).toEqual(new Set([true, false]));
  });

  test.each(cases)('$caught: $name', ({ caught, account }) => {
    const ids = diagnose(account).findings.map((finding) => finding.id);
    if (caught) expect(ids).toContain(id);
    else expect(ids).not.toContain(id);
  });
});

test('a gotcha follows from one that running services can have', () => {
  const live = new Set(catalogue.filter(({ levels }) => levels.includes('live')).map(({ id }) => id));
  const links = catalogue.filter(({ follows }) => follows !== undefined);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ id, follows }) => !live.has(id) || !live.has(follows!))).toEqual([]);
});
