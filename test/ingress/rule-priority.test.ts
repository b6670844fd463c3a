import * as fc from 'fast-check';
import { covers } from '../../src/facts/rule-conditions';
import type { RequestConditions } from '../../src/ingress/rules/request-conditions';
import { ASSIGNED, assignPriority, roomFor } from '../../src/ingress/rules/rule-priority';

test('is the same every time, on every machine', () => {
  expect(assignPriority('Orders/Web/Ingress', { pathPatterns: ['/orders/*'] })).toBe(40310);
  expect(assignPriority('Orders/Web/Ingress', { hostNames: ['orders.example.com'] })).toBe(23558);
});

/** From less to more traffic; each class has a room of its own. */
const LADDER: readonly RequestConditions[] = [
  { hostNames: ['a.example.com'], pathPatterns: ['/a'], headers: { 'X-Canary': ['1'] }, methods: ['GET'] },
  { hostNames: ['a.example.com'], headers: { 'X-Canary': ['1'] } },
  { pathPatterns: ['/a/*'], queryStrings: [{ value: '1' }] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a', '/b'] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a/b/c/*'] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a/b/*.png'] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a/b/*'] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a/b*'] },
  { hostNames: ['a.example.com'], pathPatterns: ['/a/*', '/b'] },
  { hostNames: ['a.example.com'], pathPatterns: ['*.png'] },
  { hostNames: ['a.example.com'] },
  { hostNames: ['*.eu.example.com'] },
  { hostNames: ['*.example.com', 'example.com'] },
  { pathPatterns: ['/a'] },
  { pathPatterns: ['/a/b/*'] },
  { pathPatterns: ['/a/*'] },
  { pathPatterns: ['/a*'] },
  { pathPatterns: ['/*'] },
];

test('rules that match less come before rules that match more', () => {
  const rooms = LADDER.map(roomFor);
  for (const [index, room] of rooms.slice(1).entries()) expect(rooms[index].first + rooms[index].size).toBeLessThanOrEqual(room.first);
});

test('the rooms together are all that is assigned, in whole numbers', () => {
  for (const { first, size } of LADDER.map(roomFor)) expect([first, size].every(Number.isInteger)).toBe(true);
  const last = roomFor({ pathPatterns: ['/*'] });
  expect(last.first + last.size - 1).toBe(ASSIGNED.last);
});

test('the rules that services usually have are spread over thousands of priorities', () => {
  expect(roomFor({ hostNames: ['a.example.com'] }).size).toBe(5616);
  expect(roomFor({ pathPatterns: ['/a', '/a/*'] }).size).toBe(5376);
});

const part = fc.constantFrom('a', 'b', 'ab', '*', '?', 'a*');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const host = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const some = (values: fc.Arbitrary<string>) => fc.option(fc.array(values, { minLength: 1, maxLength: 2 }), { nil: undefined });
const conditions = fc.record({
  hostNames: some(host),
  pathPatterns: some(path),
  methods: some(fc.constantFrom('GET', 'POST')),
  headers: fc.option(fc.dictionary(fc.constantFrom('X-A', 'X-B'), fc.constant<string[]>(['1']), { maxKeys: 2 }), { nil: undefined }),
});

test('a rule never gets a range before that of a rule which matches a part of its traffic', () => {
  let covered = 0;
  fc.assert(fc.property(conditions, conditions, (wide, narrow) => {
    if (!covers(wide, narrow)) return;
    covered++;
    expect(roomFor(narrow).first).toBeLessThanOrEqual(roomFor(wide).first);
  }), { seed: 20261122, numRuns: 5000 });
  expect(covered).toBeGreaterThan(100);
});
