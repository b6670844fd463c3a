import * as fc from 'fast-check';
import { RUNS, SEED } from './support/runs';
import { validTemplate, type TemplateJson } from './support/template-base';
import { BREAKAGES } from './support/template-breakages';
import { mutated, mutations } from './support/template-mutations';
import { Parts } from './support/template-parts';
import { rewritings } from './support/template-rewritings';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { examine } from '../../src/gotchas/examine';
import { readSubjects } from '../../src/readers/subjects';

process.env.CDK_VALIDATION = 'false';

const VALID = validTemplate();
const IN_TEMPLATES = catalogue.filter(({ levels }) => levels.includes('synth'));

/** The ids that the pack names for a template. */
function idsIn(body: unknown): readonly string[] {
  return [...new Set(examinations(body).flatMap(({ gotcha, outcome }) => outcome.findings.map(() => gotcha.id)))].sort();
}

function examinations(body: unknown) {
  return examine(readSubjects([{ id: 'shop', stackName: 'Shop', account: '111122223333', region: 'eu-west-1', body }]), IN_TEMPLATES);
}

/** The valid template with one rule broken. */
function broken(apply: (parts: Parts) => void): TemplateJson {
  const template = structuredClone(VALID);
  apply(new Parts(template));
  return template;
}

describe('a valid template', () => {
  test('has no error', () => {
    const errors = examinations(VALID).flatMap(({ gotcha, outcome }) => outcome.findings
      .filter(({ severity }) => (severity ?? gotcha.severity) === 'error').map(({ detail }) => `${gotcha.id}: ${detail}`));
    expect(errors).toEqual([]);
  });

  test('has the same findings in whatever words', () => {
    const expected = idsIn(VALID);
    fc.assert(fc.property(rewritings, (rewrite) => expect(idsIn(rewrite(VALID))).toEqual(expected)), { numRuns: Math.ceil(RUNS / 10), seed: SEED });
  });
});

describe('a template with changes at random', () => {
  test('makes no reader and no check crash, and says something clear of each', () => {
    fc.assert(fc.property(mutations, (changes) => {
      for (const { outcome } of examinations(mutated(VALID, changes))) {
        for (const { detail } of outcome.findings) expect(detail).not.toMatch(/undefined|\[object|NaN|\u0000/);
        for (const reason of outcome.notChecked) expect(reason).toMatch(/\w+ \w+/);
      }
    }), { numRuns: RUNS, seed: SEED });
  });
});

describe('a broken rule', () => {
  const unbroken = idsIn(VALID);

  test.each(BREAKAGES)('%s is named: %s', (id, _change, apply) => {
    expect(unbroken).not.toContain(id);
    expect(idsIn(broken(apply))).toContain(id);
  });

  test('is named in whatever words', () => {
    fc.assert(fc.property(fc.constantFrom(...BREAKAGES), rewritings, ([id, , apply], rewrite) => {
      expect(idsIn(rewrite(broken(apply)))).toContain(id);
    }), { numRuns: Math.ceil(RUNS / 4), seed: SEED });
  });
});
