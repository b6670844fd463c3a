import fc from 'fast-check';
import { RUNS, SEED } from './support/runs';
import type { Account } from '../../src/cli/collect/account';
import { diagnose } from '../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../src/facts/fact';
import { instance, stopped } from '../../src/gotchas/fixtures/recorded/changed';
import { healthy, shop, web } from '../../src/gotchas/fixtures/recorded/healthy';

/** Mutation of a value: it is removed, or replaced by another of its kind. */
type Mutation = (value: unknown) => unknown;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  gone: () => undefined,
  emptied: (value) => Array.isArray(value) ? [] : value,
  doubled: (value) => Array.isArray(value) ? [...value, ...value] : value,
  negative: (value) => typeof value === 'number' ? -1 : value,
  huge: (value) => typeof value === 'number' ? value * 1000 : value,
  silent: (value) => typeof value === 'string' ? '' : value,
  longer: (value) => typeof value === 'string' ? `${value}/x:9` : value,
  turned: (value) => typeof value === 'boolean' ? !value : value,
};

const rich: Account = {
  ...healthy,
  clusters: [{
    ...shop,
    stoppedTasks: stopped(3, { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] }),
    containerInstances: [instance()],
  }],
};

// Dates and maps are leaves.
function places(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Map) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))];
}

const CLUSTER = ['clusters', '0'];
const SERVICE = [...CLUSTER, 'services', '0'];
const within = (path: readonly string[], keys: readonly string[]): readonly (readonly string[])[] => keys.map((key) => [...path, key]);

/** Parts that may be unread. */
const FACTS = [
  ...within(CLUSTER, ['stoppedTasks', 'containerInstances', 'capacityProviders']),
  ...within(SERVICE, Object.keys(web).filter((key) => key !== 'service')),
  ...within([...SERVICE, 'network'], ['acls', 'dns']),
  ...within([...SERVICE, 'targetGroups', '0'], ['attributes', 'health', 'loadBalancers', 'listeners']),
  ...within([...SERVICE, 'scaling'], ['policies', 'schedules', 'activities', 'alarms']),
];

const ALWAYS = new Set(['Rules', 'subnets', 'routeTables', 'endpoints', 'acls', 'dns', 'securityGroups', 'certificates']);

/** All literal texts of AWS. */
const SAID = [
  ...FACTS.slice(0, 3).flatMap((path) => inside(path)),
  ...inside([...CLUSTER, 'cluster']),
  ...inside([...SERVICE, 'service']),
  ...['taskDefinition', 'deployments', 'revisions', 'runningTasks', 'network'].flatMap((key) => inside([...SERVICE, key])),
  ...inside([...SERVICE, 'targetGroups', '0', 'targetGroup']),
  ...['health', 'loadBalancers', 'listeners'].flatMap((key) => inside([...SERVICE, 'targetGroups', '0', key])),
  ...inside([...SERVICE, 'scaling', 'target']),
  ...['policies', 'alarms'].flatMap((key) => inside([...SERVICE, 'scaling', key])),
];

// Resources keep their place, and only their content changes. The rules of a listener and the parts of a network are always there, be they read or not.
function inside(path: readonly string[]): readonly (readonly string[])[] {
  const all = places(path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], rich), path);
  return all.filter((place) => place.length > path.length && !ALWAYS.has(place.at(-1)!));
}

interface Change {
  readonly path: readonly string[];
  readonly how: string;
}

function changed(value: unknown, [key, ...rest]: readonly string[], mutation: Mutation): unknown {
  if (key === undefined) return mutation(value);
  if (typeof value !== 'object' || value === null || value instanceof Unknown || !(key in value)) return value;
  const item = changed((value as Record<string, unknown>)[key], rest, mutation);
  if (!Array.isArray(value)) return { ...value, [key]: item };
  return value.flatMap((old, index) => String(index) !== key ? [old] : item === undefined ? [] : [item]);
}

function accountAfter(changes: readonly Change[]): Account {
  return changes.reduce<unknown>((all, { path, how }) => changed(all, path, MUTATIONS[how] ?? (() => new Unknown('denied'))), rich) as Account;
}

const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: fc.constantFrom(...SAID), how: fc.constantFrom(...Object.keys(MUTATIONS)) }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...FACTS), how: fc.constant('not read') }) },
);

test('whatever AWS answers, the doctor has a report of it, and the same each time', () => {
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
    const one = accountAfter(changes);
    const report = diagnose(one);
    for (const { detail, fix, why } of report.findings) {
      expect(`${detail} ${fix} ${why}`).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
    }
    for (const { reason } of report.gaps) expect(reason).not.toBe('');
    expect(JSON.stringify(diagnose(one))).toBe(JSON.stringify(report));
  }), { numRuns: RUNS, seed: SEED });
});
