import { run } from './run';
import { FORMATS } from '../../../../src/cli/output-options';
import { cluster, stops, worker } from '../strangers/cluster';

/** Texts of AWS and of programs that it quotes, each with the secret in it. */
const LEAKS: readonly (readonly [words: string, secret: string])[] = [
  ['exec: "/srv/run --password=Winter2031x": stat /srv/run --password=Winter2031x: no such file', 'Winter2031x'],
  ['exec: "/srv/run --api-key k9Qz77Lm3": no such file or directory', 'k9Qz77Lm3'],
  ['Get "https://Tok3nOfCi@git.acme.example/a": dial tcp 10.0.0.9:443: i/o timeout', 'Tok3nOfCi'],
  ['Get "https://x.s3.amazonaws.com/a?X-Amz-Security-Token=FwoGZXIvYXdzEJr": i/o timeout', 'FwoGZXIvYXdzEJr'],
  ['Get "https://x.s3.amazonaws.com/a?X-Amz-Signature=9f86d081884c7d659a2feaa0": i/o timeout', '9f86d081884c7d659a2feaa0'],
  ['logging driver: Authorization: Bearer eyTok.abc.def42', 'eyTok.abc.def42'],
  ['logging driver: Authorization: Splunk 11b2c3d4-aaaa-bbbb-cccc-1234567890ab', '11b2c3d4-aaaa-bbbb-cccc-1234567890ab'],
  ['pull: unauthorized for ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['env file: DB_PASSWORD=s3rb3t is too short', 's3rb3t'],
  ['env file: AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['postgres://etl:Autumn77@db.internal:5432/etl refused', 'Autumn77'],
  ['logging driver: splunk-token 176FCEBF-4CF5-4EDF-91BC-703796522D20 is not valid', '176FCEBF-4CF5-4EDF-91BC-703796522D20'],
  ['unauthorized: incorrect username or password for ci:Pa55w0rd-ci@registry.acme.dev', 'Pa55w0rd-ci'],
  ['{"auths":{"ghcr.io":{"auth":"Y2k6aHVudGVyMg=="}}}', 'Y2k6aHVudGVyMg=='],
  ['invalid parameters: P@ssw0rd-2031', 'P@ssw0rd-2031'],
];

describe.each(FORMATS)('as %s', (format) => {
  test.each(LEAKS)('%s', async (words, secret) => {
    const text = `CannotStartContainerError: Error response from daemon: OCI runtime create failed: ${words}`;
    const account = cluster([worker('etl', { service: { runningCount: 0 }, events: [[2, `was unable to place a task. Reason: ${text}.`]] })], {
      stoppedTasks: stops('etl', [1, 3, 8], { stopCode: 'TaskFailedToStart', startedAt: undefined, stoppedReason: text, containers: [{ name: 'etl', reason: text }] }),
    });
    const { text: shown } = await run(account, '--format', format, '--verbose');
    expect(shown).toContain('etl');
    expect(shown).not.toContain(secret);
  });
});

test.each(['Sup3rS3cret!', 'hunter2 hunter2', 'pk_live_51Hq8aa'])('a value in valueFrom is not printed: %s', async (value) => {
  const one = worker('etl');
  const definition = one.taskDefinition as { readonly containerDefinitions: readonly object[] };
  const containerDefinitions = [{ ...definition.containerDefinitions[0], secrets: [{ name: 'DSN', valueFrom: value }] }];
  const account = cluster([{ ...one, taskDefinition: { ...definition, containerDefinitions } as never, secrets: new Map([[value, 'no name' as const]]) }]);
  for (const format of FORMATS) expect((await run(account, '--format', format, '--verbose')).text).not.toContain(value);
});
