import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../src/cli/output-options';
import { renderReport } from '../../../src/cli/report/render';
import type { Report } from '../../../src/cli/report/report';
import { render } from '../../../src/gotchas/message';
import { testTerminal } from '../support/test-terminal';

const SECRETS = JSON.parse(readFileSync(join(__dirname, '../../text/redaction/secrets.json'), 'utf-8')) as readonly (readonly [text: string, secret: string])[];
const at = { name: 'shop/web', kind: 'service', source: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop' };

/** A report with one text in every place for text. */
function reportOf(text: string): Report {
  const finding = { id: 'ops-unknown-stop', severity: 'error' as const, at, detail: `detail ${text}`, why: `why ${text}`, fix: `fix ${text}`, docsUrl: 'https://docs.aws.amazon.com/', evidence: [text] };
  return {
    verb: 'doctor',
    places: [at],
    ok: 1,
    notes: [text],
    timing: [{ at, notKnown: text }],
    findings: [finding],
    acknowledged: [{ ...finding, reason: text }],
    gaps: [{ id: 'ecs:DescribeTasks', at, reason: text }],
  };
}

describe.each(FORMATS)('as %s, a report shows no secret', (format) => {
  test.each(SECRETS)('%s', (text, secret) => {
    const shown = renderReport(reportOf(text), { format, failOn: 'error', verbose: true, colour: false }, testTerminal({ width: 10_000 }));
    expect(shown).toContain('(redacted)');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
  });
});

test('messages of constructs and checks show none either', () => {
  const shown = render({ headline: 'command (app --password=hunter2) is wrong', at: 'Shop/Web', fix: 'take hunter2 out: --token abc123' });
  expect(shown).toBe('command (app --password=(redacted)) is wrong\n  at:   Shop/Web\n  fix:  take hunter2 out: --token (redacted)');
});
