import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selected } from './selected';
import { subjectsOf } from './synthesized';
import { eachUnseen } from './unknown-facts';
import { expectWords } from './words';
import { exampleModule } from '../../scripts/example';
import { findIds, guardIds, listModule, PLACES } from '../../scripts/gen-catalogue';
import { page } from '../../scripts/gotchas-page';
import { balancerFacts } from '../../src/facts/balancer';
import { capacityFacts } from '../../src/facts/capacity';
import { capacityProviderFacts } from '../../src/facts/capacity-provider';
import { certificateFacts } from '../../src/facts/certificate';
import { clusterFacts } from '../../src/facts/cluster';
import { dnsRecordFacts } from '../../src/facts/dns-record';
import { Unknown } from '../../src/facts/fact';
import { daemonFacts } from '../../src/facts/daemon';
import { expressServiceFacts } from '../../src/facts/express-service';
import { gatewayFacts } from '../../src/facts/gateway';
import { listenerFacts, listenerRuleFacts } from '../../src/facts/listener';
import { queueFacts } from '../../src/facts/queue';
import { registryFacts } from '../../src/facts/registry';
import { repositoryFacts } from '../../src/facts/repository';
import { scalableTargetFacts } from '../../src/facts/scaling';
import { serviceFacts } from '../../src/facts/service';
import type { SubjectKind, Subjects } from '../../src/facts/subjects';
import { targetGroupFacts } from '../../src/facts/target-group';
import { taskFacts } from '../../src/facts/task';
import { taskLaunchFacts } from '../../src/facts/task-launch';
import { vpcFacts } from '../../src/facts/vpc';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { severityOf } from '../../src/gotchas/consequence';
import { evaluate, isOk } from '../../src/gotchas/definition';
import { enforce } from '../../src/gotchas/enforce';
import type { GotchaCase } from '../../src/gotchas/fixtures/gotcha-case';

// The subject here is our catalogue, not CloudFormation's own rules.
process.env.CDK_VALIDATION = 'false';

const GOTCHAS = join(__dirname, '../../src/gotchas');

const NOTHING_KNOWN: { readonly [K in SubjectKind]: Subjects[K] } = {
  task: taskFacts(),
  service: serviceFacts(),
  expressService: expressServiceFacts(),
  gateway: gatewayFacts(),
  scalableTarget: scalableTargetFacts(),
  targetGroup: targetGroupFacts(),
  balancer: balancerFacts(),
  listener: listenerFacts(),
  listenerRule: listenerRuleFacts(),
  certificate: certificateFacts(),
  dnsRecord: dnsRecordFacts(),
  vpc: vpcFacts(),
  queue: queueFacts(),
  registry: registryFacts(),
  capacity: capacityFacts(),
  capacityProvider: capacityProviderFacts(),
  daemon: daemonFacts(),
  cluster: clusterFacts(),
  repository: repositoryFacts(),
  taskLaunch: taskLaunchFacts(),
  alarm: { metrics: new Unknown('not known') },
  eventRule: { pattern: new Unknown('not known'), buckets: new Unknown('not known'), runsTask: false, targets: new Unknown('not known') },
};

function casesOf(id: string): readonly GotchaCase[] {
  const path = join(GOTCHAS, id.split('-')[0], `${id}.cases.ts`);
  return existsSync(path) ? (jest.requireActual<{ readonly cases: readonly GotchaCase[] }>(path)).cases : [];
}

describe('the catalogue', () => {
  test('has a file for each id and an id for each file', () => {
    expect(catalogue.map(({ id }) => id)).toEqual(findIds());
  });

  test.each([
    ['catalogue', () => listModule('catalogue', 'CatalogueEntry', findIds())],
    ['guards', () => listModule('guards', 'GotchaDefinition', guardIds(catalogue))],
    ['examples', () => exampleModule(catalogue)],
    ['page', () => page(catalogue)],
  ] as const)('its generated %s is up to date', (name, generate) => {
    expect(readFileSync(PLACES[name], 'utf-8')).toBe(generate());
  });
});

describe.each(selected.map((gotcha) => [gotcha.id, gotcha] as const))('%s', (id, gotcha) => {
  const cases = casesOf(id);

  test('is worded like the others', () => expectWords(gotcha));

  test('is not checked when nothing is known', () => {
    const { findings, notChecked } = evaluate(gotcha, NOTHING_KNOWN[gotcha.subject]);
    expect(findings).toEqual([]);
    expect(notChecked).not.toEqual([]);
  });

  for (const kind of gotcha.alsoOn ?? []) {
    test(`has all of its facts on a ${kind}`, () => {
      expect(Object.keys(NOTHING_KNOWN[kind])).toEqual(expect.arrayContaining([...gotcha.needs, ...gotcha.reads ?? []]));
    });
  }

  test('has something it catches and something it leaves alone', () => {
    expect(new Set(cases.map(({ caught }) => caught))).toEqual(new Set([true, false]));
  });

  for (const one of cases) {
    const read = once(() => subjectsOf(one.app).filter(({ kind }) => kind === gotcha.subject || gotcha.alsoOn?.includes(kind)));

    test(`${one.caught ? 'catches' : 'leaves alone'}: ${one.name}`, () => {
      const subjects = read();
      const outcomes = subjects.map(({ facts }) => evaluate(gotcha, facts));
      const findings = outcomes.flatMap((outcome) => outcome.findings);
      if (one.caught) expect(findings.map(({ consequence = gotcha.consequence }) => consequence)).toContain(one.consequence ?? gotcha.consequence);
      else expect(findings).toEqual([]);
      if (one.notChecked) expect(outcomes.flatMap(({ notChecked }) => notChecked)).not.toEqual([]);
      for (const { detail } of findings) expect(detail).toMatch(/^\S.*\(.+\).*[^.]$/s);
      if (!gotcha.levels.includes('construct')) return;
      const guard = (): void => subjects.forEach(({ kind, facts }) => enforce('Shop/Web', kind, facts));
      if (one.caught && (one.consequence === undefined || severityOf(one.consequence) === 'error')) expect(guard).toThrow(`[${id}]`);
      else expect(messageOf(guard)).not.toContain(`[${id}]`);
    });

    if (one.caught) {
      test(`is not ok for want of a fact: ${one.name}`, () => {
        const caught = read().filter(({ facts }) => evaluate(gotcha, facts).findings.length > 0);
        const unseen = caught.flatMap(({ kind, facts }) => eachUnseen(kind, facts));
        expect(unseen.length).toBeGreaterThan(0);
        expect(unseen.filter(({ facts }) => isOk(evaluate(gotcha, facts))).map(({ path }) => path)).toEqual([]);
      });
    }
  }
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function messageOf(guard: () => void): string {
  try {
    guard();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
