import { tailOf } from '../../../src/cli/collect/log-lines';

test('the last 20 lines are shown, in their order, without empty ones', () => {
  const events = Array.from({ length: 30 }, (_, index) => `line ${index}\n\n`);
  expect(tailOf(events)).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 10}`));
  expect(tailOf([])).toEqual([]);
  expect(tailOf(['', '\n', '  '])).toEqual([]);
});

test('an event may have several lines, and their indentation stays', () => {
  expect(tailOf(['Error: no\r\n\tat main (app.js:1)\r\n    at start'])).toEqual(['Error: no', '  at main (app.js:1)', '    at start']);
});

test('a long line is cut', () => {
  const [line] = tailOf([`x ${'word '.repeat(10_000)}`]);
  expect(line).toHaveLength(302);
  expect(line.endsWith(' …')).toBe(true);
});

test.each([
  ['colours', '\u001b[31mred\u001b[0m \u001b[1;32mgreen\u001b[m', 'red green'],
  ['titles', '\u001b]0;pwned\u0007text', 'text'],
  ['links', '\u001b]8;;https://x\u001b\\text\u001b]8;;\u001b\\', 'text'],
  ['the cursor', 'a\u001b[2Jb\u001b[1Ac', 'abc'],
  ['bells and marks of direction', 'a\u0007b\u202ec', 'a\ufffdb\ufffdc'],
])('%s are no part of a line', (_, event, line) => {
  expect(tailOf([event])).toEqual([line]);
});

describe('credentials are removed', () => {
  const KEY = Array.from({ length: 26 }, (_, index) => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ${String(index).padStart(14, 'K')}`);

  test.each([
    ['names', 'connecting with DB_PASSWORD=hunter2', /hunter2/],
    ['addresses', 'postgres://app:hunter2@db:5432', /hunter2/],
    ['headers', 'Authorization: Bearer abc.def.ghi', /abc\.def/],
    ['JSON', '{"level":"error","password":"hunter2"}', /hunter2/],
    ['colour between a name and its value', 'password=\u001b[31mhunter2\u001b[0m', /hunter2/],
    ['a quoted password', 'login failed for user "bob" with password "hunter2"', /hunter2/],
    ['forms', `token ghp_${'a1'.repeat(18)}`, /ghp_a1/],
  ])('by %s', (_, event, secret) => {
    const text = tailOf([event]).join('\n');
    expect(text).toContain('(redacted)');
    expect(text).not.toMatch(secret);
  });

  test('that span more events than lines are shown', () => {
    const events = ['-----BEGIN PRIVATE KEY-----', ...KEY, '-----END PRIVATE KEY-----', 'cannot parse it'];
    expect(tailOf(events).join('\n')).not.toContain('MIIE');
    expect(tailOf(events).at(-1)).toBe('cannot parse it');
  });

  test('whose beginning is not among the events', () => {
    expect(tailOf([...KEY, '-----END RSA PRIVATE KEY-----', 'cannot parse it'])).toEqual(['(redacted)', 'cannot parse it']);
  });

  test('that are longer than a shown line', () => {
    const [line] = tailOf([`${'x'.repeat(290)} eyJ${'a'.repeat(200)}.eyJ${'b'.repeat(200)}.sig`]);
    expect(line).not.toContain('eyJ');
  });
});
