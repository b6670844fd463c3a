import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOfDiscovery } from './changes-of-discovery';
import { changesOfServices, type Changes } from './changes-of-services';
import { changesOfTraffic } from './changes-of-traffic';
import { changesOfWaysIn } from './changes-of-ways-in';
import { changeOf, closedEarly, isRefused, lostBy } from './diff';

const CHANGES: Changes = { ...changesOfServices, ...changesOfTraffic, ...changesOfDiscovery, ...changesOfWaysIn };

/** Entries of docs/replacements.md: what a change replaces or removes, and if it can be deployed at once. */
const DOCUMENTED = new Map(readFileSync(join(__dirname, '../../docs/replacements.md'), 'utf-8').split('\n')
  .map((line) => /^\| \[(.+?)\]\(#([\w-]+)\) \| (.+?) \| (.+?) \|/.exec(line))
  .filter((row) => row !== null)
  .map(([, change, anchor, lost, deploys]) => [change, { anchor, lost: lost.split(', ').filter((one) => one !== '–'), isRefused: deploys === 'refused' }]));

test.each(Object.entries(CHANGES))('%s replaces what the docs list, and nothing else that should last', (name, [before, after]) => {
  const change = changeOf(before, after);
  expect(change.difference.isEmpty).toBe(false);
  expect(lostBy(change)).toEqual(DOCUMENTED.get(name)?.lost ?? []);
  expect(isRefused(change)).toBe(DOCUMENTED.get(name)?.isRefused ?? false);
  expect(closedEarly(change)).toEqual([]);
});

test('the docs warn of possible changes only, with advice for each', () => {
  const page = readFileSync(join(__dirname, '../../docs/replacements.md'), 'utf-8');
  expect([...DOCUMENTED.keys()].filter((change) => !(change in CHANGES))).toEqual([]);
  expect(DOCUMENTED.size).toBeGreaterThan(0);
  for (const { anchor } of DOCUMENTED.values()) expect(page).toContain(`<a id="${anchor}"></a>`);
});
