import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOfDiscovery } from './changes-of-discovery';
import { changesOfServices, type Changes } from './changes-of-services';
import { changesOfTraffic } from './changes-of-traffic';
import { changesOfWaysIn } from './changes-of-ways-in';
import { changes, closedEarly, isRefused, lostBy } from './diff';

const CHANGES: Changes = { ...changesOfServices, ...changesOfTraffic, ...changesOfDiscovery, ...changesOfWaysIn };

/** What docs/replacements.md says of changes: what is replaced or removed, and whether they can be deployed at once. */
const DOCUMENTED = new Map(readFileSync(join(__dirname, '../../docs/replacements.md'), 'utf-8').split('\n')
  .map((line) => /^\| \[(.+?)\]\(#([\w-]+)\) \| (.+?) \| (.+?) \|/.exec(line))
  .filter((row) => row !== null)
  .map(([, change, anchor, lost, deploys]) => [change, { anchor, lost: lost.split(', ').filter((one) => one !== '–'), isRefused: deploys === 'refused' }]));

test.each(Object.entries(CHANGES))('%s replaces what the docs say, and nothing else that should last', (change, [before, after]) => {
  expect(changes(before, after)).toBe(true);
  expect(lostBy(before, after)).toEqual(DOCUMENTED.get(change)?.lost ?? []);
  expect(isRefused(before, after)).toBe(DOCUMENTED.get(change)?.isRefused ?? false);
  expect(closedEarly(before, after)).toEqual([]);
});

test('the docs warn of no change that nobody makes, and tell what to do about each', () => {
  const page = readFileSync(join(__dirname, '../../docs/replacements.md'), 'utf-8');
  expect([...DOCUMENTED.keys()].filter((change) => !(change in CHANGES))).toEqual([]);
  expect(DOCUMENTED.size).toBeGreaterThan(0);
  for (const { anchor } of DOCUMENTED.values()) expect(page).toContain(`<a id="${anchor}"></a>`);
});
