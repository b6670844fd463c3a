import { existsSync } from 'node:fs';
import { selected } from './selected';
import { subjectsOf } from './synthesized';
import { fixPath } from '../../scripts/snippets';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { evaluate, hasCheck, severityOfFinding, type GotchaDefinition } from '../../src/gotchas/definition';
import { explained } from '../../src/gotchas/explained';
import type { GotchaCase } from '../../src/gotchas/fixtures/gotcha-case';
import { mayBeError } from '../../src/gotchas/may-be-error';
import type { Subject } from '../../src/readers/subjects';

process.env.CDK_VALIDATION = 'false';

const checks = catalogue.filter(hasCheck);

/** Findings of caught cases, with their subjects. */
const FOUND = new Map<string, ReturnType<typeof findingsOf>>();

function found(gotcha: GotchaDefinition): ReturnType<typeof findingsOf> {
  const known = FOUND.get(gotcha.id) ?? findingsOf(gotcha);
  FOUND.set(gotcha.id, known);
  return known;
}

function findingsOf(gotcha: GotchaDefinition) {
  const { cases } = jest.requireActual<{ readonly cases: readonly GotchaCase[] }>(fixPath(gotcha.id).replace('.fix.ts', '.cases.ts'));
  return cases.filter(({ caught }) => caught).flatMap(({ name, app }) => subjectsOf(app)
    .filter(({ kind }) => kind === gotcha.subject)
    .flatMap((subject) => evaluate(gotcha, subject.facts).findings
      .map((finding) => ({ name, subject, finding, fix: explained(gotcha, finding).fix }))));
}

/** Facts as they are when a fix is followed that sets properties to numbers; `undefined` for another fix, or for other properties. */
function followed({ facts }: Subject, fix: string): Subject['facts'] | undefined {
  const [order] = fix.split(/, or |; /);
  const sets = [...order.matchAll(/(?:set|and|raise|lower) (\w+) to (\d+)\b/g)].map(([, property, value]) => [property, Number(value)] as const);
  const isFactual = sets.length > 0 && sets.every(([property]) => property in facts);
  return isFactual ? { ...facts, ...Object.fromEntries(sets) } as Subject['facts'] : undefined;
}

function errorsIn({ kind }: Subject, facts: Subject['facts']): readonly string[] {
  return checks.filter(({ subject }) => subject === kind).flatMap((gotcha) => evaluate(gotcha, facts).findings
    .filter((finding) => severityOfFinding(gotcha, finding) === 'error').map(() => gotcha.id));
}

const existing = selected.filter(({ id, levels }) => levels.includes('synth') && existsSync(fixPath(id)));

test.each(existing)('$id: a fix that sets numbers leads to no other error, and removes the finding', (gotcha) => {
  for (const { name, subject, finding, fix } of found(gotcha)) {
    const facts = followed(subject, fix);
    if (!facts) continue;
    const before = errorsIn(subject, subject.facts);
    expect([name, fix, errorsIn(subject, facts).filter((id) => !before.includes(id))]).toEqual([name, fix, []]);
    expect([name, fix, evaluate(gotcha, facts).findings.filter(({ property }) => property === finding.property)]).toEqual([name, fix, []]);
  }
});

test('fixes that set numbers are followed', () => {
  const follows = selected.filter((gotcha) => existing.includes(gotcha) && found(gotcha).some(({ subject, fix }) => followed(subject, fix)));
  if (process.env.GOTCHA === undefined) expect(follows.length).toBeGreaterThan(3);
});

test.each(existing)('$id: has errors only if it is among those that may have them', (gotcha) => {
  const errors = found(gotcha).filter(({ finding }) => severityOfFinding(gotcha, finding) === 'error');
  if (errors.length > 0) expect(mayBeError(gotcha)).toBe(true);
});

test.each(existing)('$id: one mistake is one finding', (gotcha) => {
  for (const { name, subject } of found(gotcha)) {
    const places = evaluate(gotcha, subject.facts).findings.map(({ property, detail }) => `${property ?? ''} ${detail}`);
    expect([name, places.length]).toEqual([name, new Set(places).size]);
  }
});
