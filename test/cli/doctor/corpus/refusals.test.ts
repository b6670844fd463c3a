import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixOf } from '../../../../src/cli/doctor/classifier/refusals';

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
  expect(fixOf('Resource of type \'AWS::S3::Bucket\' with identifier \'acme\' already exists.')).toBeUndefined();
});
