import { redact, redactText } from '../../../src/cli/collect/redact';

test.each([
  ['DB_PASSWORD', 'hunter2hunter2'],
  ['AWS_SECRET_ACCESS_KEY', 'x'],
  ['DATABASE_URL', 'postgres://app:hunter2@db/shop'],
  ['ANYTHING', 'AKIAIOSFODNN7EXAMPLE'],
])('%s is not shown', (name, value) => expect(redact(name, value)).toBe('(redacted)'));

test.each([['LOG_LEVEL', 'debug'], ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:1:secret:a'], ['TOKEN', 'false']])(
  '%s is shown', (name, value) => expect(redact(name, value)).toBe(value));

test('text loses its credentials and keeps its sense', () => {
  expect(redactText('could not connect to postgres://app:hunter2@db:5432/shop as AKIAIOSFODNN7EXAMPLE')).toBe('could not connect to postgres://app:(redacted)@db:5432/shop as (redacted)');
  expect(redactText('-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----, he said')).toBe('(redacted), he said');
  expect(redactText('Essential container in task exited')).toBe('Essential container in task exited');
});
