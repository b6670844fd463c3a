import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { catalogue } from '../../../src/gotchas/catalogue.generated';
import { redact, redactQuotes } from '../../../src/text/redaction/redact';
import { TEXTS } from '../../cli/doctor/corpus/texts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join(__dirname, name), 'utf-8')) as T;
const SECRETS = read<readonly (readonly [text: string, secret: string])[]>('secrets.json');
const HARMLESS = read<readonly string[]>('harmless.json');

test.each(SECRETS)('%s', (text, secret) => {
  expect(text).toContain(secret);
  const shown = redact(text);
  expect(shown).not.toContain(secret);
  expect(shown).toContain('(redacted)');
  expect(redact(shown)).toBe(shown);
});

test.each(HARMLESS)('%s stays', (text) => expect(redact(text)).toBe(text));

test('messages of AWS are unchanged, but for quotations of a parser', () => {
  const changed = TEXTS.map(({ text }) => text).filter((text) => redact(text) !== text);
  expect(changed.filter((text) => !text.includes('invalid character'))).toEqual([]);
});

test('the sense stays', () => {
  expect(redact('could not connect to postgres://app:hunter2@db:5432/shop as AKIAIOSFODNN7EXAMPLE, --password=x --port 80'))
    .toBe('could not connect to postgres://app:(redacted)@db:5432/shop as (redacted), --password=(redacted) --port 80');
  expect(redact('{"user":"app","password":"hunter2","port":80}')).toBe('{"user":"app","password":"(redacted)","port":80}');
  expect(redact('Authorization: Bearer abcDEF123')).toBe('Authorization: Bearer (redacted)');
});

test.each(catalogue.map((gotcha) => [gotcha.id, gotcha] as const))('texts of the catalogue on %s are unchanged', (_, { title, why, fix, symptom, rule }) => {
  const words = [title, why, fix, symptom, rule];
  expect(words.map(redact)).toEqual(words);
});

test('a text that was redacted stays', () => {
  const parts = fc.constantFrom(...SECRETS.flatMap(([text]) => text.split(/(?=[ =:&"'])/)));
  fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((all) => all.join('')), (text) => {
    expect(redact(redact(text))).toBe(redact(text));
  }));
});

test('its time is linear in the length of the text', () => {
  const texts = ['a', '-', '"', '\\"', 'a=', 'https://a:', 'Unexpected token ', 'mysql ', 'password: ', '-----BEGIN PRIVATE KEY-----', 'parse "', 'Authorization: x ', "invalid character '"];
  const start = process.cpuUsage().user;
  for (const text of texts) redact(text.repeat(20_000 / text.length));
  expect((process.cpuUsage().user - start) / 1_000).toBeLessThan(4_000);
});

test('where all that is quoted may be a secret, nothing is', () => {
  expect(redactQuotes('\'Sup3rS3cret!\' does not match "^arn:"')).toBe('\'(redacted)\' does not match "(redacted)"');
});
