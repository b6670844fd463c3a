import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixOf } from '../../../../src/cli/doctor/classifier/refusals';
import { CALLERS, TAKEN } from '../../../../src/cli/doctor/classifier/refusals/callers';
import { CAPACITY } from '../../../../src/cli/doctor/classifier/refusals/capacity';
import { CODE_DEPLOY } from '../../../../src/cli/doctor/classifier/refusals/code-deploy';
import { FORMS } from '../../../../src/cli/doctor/classifier/refusals/forms';
import { LOAD_BALANCING } from '../../../../src/cli/doctor/classifier/refusals/load-balancing';
import { PROPERTIES } from '../../../../src/cli/doctor/classifier/refusals/properties';
import { SERVICES } from '../../../../src/cli/doctor/classifier/refusals/services';
import { TASK_DEFINITIONS } from '../../../../src/cli/doctor/classifier/refusals/task-definitions';
import { catalogue } from '../../../../src/gotchas/catalogue.generated';

/** A text with which an API refused a request, as CloudFormation and CodeDeploy pass it on. */
interface RefusedText {
  /** A part of the fix. `null`: the text shows that something failed, and not what. */
  readonly fix: string | null;
  readonly by: 'CloudFormation' | 'CodeDeploy';
  readonly text: string;
  readonly source: string;
}

const TEXTS = JSON.parse(readFileSync(join(__dirname, 'refused-texts.json'), 'utf-8')) as readonly RefusedText[];

test.each(TEXTS.map((entry) => [entry.by, entry.text, entry] as const))('%s: %s', (_, text, { fix }) => {
  if (fix === null) expect(fixOf(text)).toBeUndefined();
  else expect(fixOf(text)).toContain(fix);
});

test('a text about something else has no fix', () => {
  expect(fixOf('')).toBeUndefined();
  expect(fixOf('Resource handler returned message: "The bucket you tried to delete is not empty (Service: S3, Status Code: 409, Request ID: 1)"')).toBeUndefined();
});

test('a name that is taken has a fix, whatever has it', () => {
  expect(fixOf('Resource of type \'AWS::S3::Bucket\' with identifier \'acme\' already exists.')).toContain('another name');
});

describe('a refusal that is known by its form alone', () => {
  test.each([
    ['Widget frames are only supported with the ECS deployment controller.', 'remove Widget frames, or use the ECS deployment controller'],
    ['Invalid request provided: Widget frames are not supported for toy gadgets.', 'remove Widget frames, or use something else than toy gadgets'],
    ['1 validation error detected: Value \'Sup3rS3cret\' at \'frames.1.member.colour\' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+', 'correct frames.1.member.colour: AWS names the constraint of its value'],
    ['Frame colour must not be blank.', 'set what AWS names: a variable or reference for it was empty'],
    ['The frame could not be updated because it has been deleted.', 'create again what AWS names, which was deleted outside of the stack, or remove it from the stack'],
  ])('%s', (text, fix) => expect(fixOf(text)).toBe(fix));
});

const RULES = [CALLERS, CAPACITY, CODE_DEPLOY, FORMS, LOAD_BALANCING, PROPERTIES, SERVICES, TASK_DEFINITIONS, [TAKEN]].flat();

test.each(RULES.map((rule) => [String(rule.when), rule] as const))('the fix for %s is its own, or that of a gotcha which is there', (_, { id, fix }) => {
  expect(fix !== undefined || id !== undefined).toBe(true);
  if (id !== undefined) expect(catalogue.map((gotcha) => gotcha.id)).toContain(id);
});
