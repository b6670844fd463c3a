import { readFileSync } from 'node:fs';
import { examine } from '../../../src/examination/examine';
import { catalogue } from '../../../src/gotchas/catalogue.generated';
import { hasCheck } from '../../../src/gotchas/definition';
import { readSubjects } from '../../../src/readers/subjects';

const DESIGNED_OUT = catalogue.filter(hasCheck).filter(({ designedOut, levels }) => designedOut !== undefined && levels.includes('synth'));

/** Expects that nothing of a template that our constructs made has a gotcha of which the catalogue states that they can't have it. */
export function expectDesignedOut(templatePath: string): void {
  const body = JSON.parse(readFileSync(templatePath, 'utf8')) as unknown;
  const subjects = readSubjects([{ id: 'world', stackName: 'World', account: '111122223333', region: 'eu-west-1', body }]);
  const found = [...examine(subjects, DESIGNED_OUT)].filter(({ subject: { resource } }) => resource.logicalId.startsWith('Case') && !resource.logicalId.includes('Given'));
  expect(found.flatMap(({ gotcha, subject, outcome }) => outcome.findings.map(({ detail }) => `${gotcha.id} ${subject.resource.logicalId}: ${detail}`))).toEqual([]);
}
