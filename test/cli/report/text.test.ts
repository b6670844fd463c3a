import type { OutputOptions } from '../../../src/cli/output-options';
import { renderReport } from '../../../src/cli/report/render';
import type { Report } from '../../../src/cli/report/report';
import { aReport, FINDING, PLACE } from '../support/a-report';
import { testTerminal } from '../support/test-terminal';

function text(report: Report, options: Partial<OutputOptions> = {}, width = 80): string {
  return renderReport(report, { format: 'text', failOn: 'error', verbose: false, colour: false, ...options }, testTerminal({ width }));
}

const OTHER = { ...PLACE, name: 'Shop/Worker/Service' };

test('is a tree: template, construct, findings in the one form of messages; the worst first', () => {
  const warning = { ...FINDING, severity: 'warning', id: 'log-none', detail: 'logging (not set)', why: undefined, docsUrl: undefined, at: OTHER } as const;
  expect(text(aReport({ places: [OTHER, PLACE], findings: [warning, { ...warning, at: PLACE, id: 'td-limits' }, FINDING] }))).toBe(`\
cdk.out/Shop.template.json
  Shop/Web/Service  service
    ✖ desiredCount (4) is set on a service that scales [scl-desired-count-reset]
        at:   cdk.out/Shop.template.json:12 (desiredCount)
        why:  CloudFormation writes DesiredCount on each update.
        fix:  remove desiredCount
        docs: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
    ! logging (not set) [td-limits]
        at:   cdk.out/Shop.template.json:12 (desiredCount)
        fix:  remove desiredCount
  Shop/Worker/Service  service
    ! logging (not set) [log-none]
        at:   cdk.out/Shop.template.json:12 (desiredCount)
        fix:  remove desiredCount

1 error, 2 warnings, 0 info, 0 not checked, 7 ok: 1 template
`);
});

test('explains each id once, prints a different fix, and counts the rest', () => {
  const many = [1, 2, 3, 4, 5, 6, 7, 8].map((count) => ({ ...FINDING, detail: `desiredCount (${count})`, fix: count === 3 ? 'go home' : FINDING.fix }));
  const output = text(aReport({ findings: many }));
  expect(output.match(/why:/g)).toHaveLength(1);
  expect(output.match(/fix:.*/g)).toEqual(['fix:  remove desiredCount', 'fix:  go home']);
  expect(output).toContain('desiredCount (5)');
  expect(output).not.toContain('desiredCount (6)');
  expect(text(aReport({ findings: [...many, { ...FINDING, at: OTHER }] }))).not.toContain(OTHER.name);
  expect(output).toContain('\n… 3 more of scl-desired-count-reset: --verbose shows them\n');
  expect(text(aReport({ findings: many }), { verbose: true }).match(/why:/g)).toHaveLength(8);
});

test('breaks lines at the width, below their first word, and never breaks a link', () => {
  const lines = text(aReport({ findings: [FINDING] }), {}, 50).split('\n');
  expect(lines.filter((line) => line.length > 50 && !line.includes('https://'))).toEqual([]);
  expect(lines).toContain('              on each update.');
});

test('counts info, and shows it to those who ask for it', () => {
  const info = aReport({ findings: [{ ...FINDING, severity: 'info' }] });
  expect(text(info, {}, 100)).toBe('0 errors, 0 warnings, 1 info (--verbose shows them), 0 not checked, 7 ok: 1 template\n');
  for (const options of [{ verbose: true }, { failOn: 'info' }] as const) expect(text(info, options)).toContain('    i desiredCount (4)');
});

test('prints under --verbose what was not checked and why, each reason once', () => {
  const gaps = ['td-limits', 'log-none', 'td-limits'].map((id) => ({ id, at: PLACE, reason: 'Image is a parameter' }));
  const report = aReport({ gaps: [...gaps, { id: 'net-x', at: PLACE, reason: 'it is imported' }], notes: ['without a validator'] });
  expect(text(report)).toBe('0 errors, 0 warnings, 0 info, 4 not checked, 7 ok: 1 template\n');
  expect(text(report, { verbose: true })).toBe(`\
cdk.out/Shop.template.json
  Shop/Web/Service  service
    ? not checked: td-limits, log-none, because Image is a parameter
    ? not checked: net-x, because it is imported

  without a validator

0 errors, 0 warnings, 0 info, 4 not checked, 7 ok: 1 template
`);
});

test('has the texts of AWS, and the names of other tools', () => {
  const output = text(aReport({ verb: 'doctor', findings: [{ ...FINDING, by: 'CloudFormation Validate', evidence: ['(service web) was unable'] }] }), {}, 120);
  expect(output).toContain('[scl-desired-count-reset] by CloudFormation Validate\n        aws:  (service web) was unable\n');
  expect(output).toMatch(/1 cluster\n$/);
});

test('counts acknowledged findings and prints none of them', () => {
  const output = text(aReport({ acknowledged: [{ ...FINDING, reason: 'known' }] }));
  expect(output).toBe('0 errors, 0 warnings, 0 info, 1 acknowledged, 0 not checked, 7 ok: 1 template\n');
});

test('shows control characters of templates as what they are', () => {
  const output = text(aReport({ findings: [{ ...FINDING, detail: 'image (\u001b[2Jx)', at: { ...PLACE, name: 'a\rb' } }] }));
  expect(output).toContain('image (\ufffd[2Jx)');
  expect(output).toContain('  a\ufffdb  service');
});

test('colours are there when asked for', () => {
  expect(text(aReport({ findings: [FINDING] }), { colour: true })).toContain('\u001b[31m✖\u001b[39m');
});
