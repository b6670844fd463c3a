import type { OutputOptions } from '../../../src/cli/output-options';
import { renderReport } from '../../../src/cli/report/render';
import type { Report } from '../../../src/cli/report/report';
import { aReport, FINDING, PLACE } from '../support/a-report';
import { testTerminal } from '../support/test-terminal';

function render(report: Report, format: OutputOptions['format']): string {
  return renderReport(report, { format, failOn: 'error', verbose: false, colour: false }, testTerminal());
}

interface SarifLog {
  readonly runs: ReadonlyArray<{
    readonly tool: { readonly driver: { readonly rules: ReadonlyArray<Record<string, unknown>> } };
    readonly results: ReadonlyArray<{
      readonly level: string;
      readonly ruleIndex: number;
      readonly locations: ReadonlyArray<{ readonly physicalLocation?: object }>;
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }>;
  }>;
}

function sarif(report: Report): SarifLog['runs'][0] {
  return (JSON.parse(render(report, 'sarif')) as SarifLog).runs[0];
}

describe('sarif', () => {
  test('has a rule for each id, with its title and help, and a result for each finding', () => {
    const { tool, results } = sarif(aReport({ findings: [FINDING, { ...FINDING, severity: 'warning' }, { ...FINDING, id: 'X::F1', severity: 'info' }] }));
    expect(tool.driver.rules).toHaveLength(2);
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'scl-desired-count-reset',
      shortDescription: { text: 'A fixed desired count undoes auto scaling on every deployment' },
      help: { markdown: expect.stringContaining('**fix:** remove desiredCount') },
      helpUri: FINDING.docsUrl,
    });
    expect(tool.driver.rules[1]).toMatchObject({ id: 'X::F1', shortDescription: { text: FINDING.detail } });
    expect(results.map(({ level, ruleIndex }) => [level, ruleIndex])).toEqual([['error', 0], ['warning', 0], ['note', 1]]);
  });

  test('names files by relative addresses that are escaped, with the line', () => {
    const [{ locations: [{ physicalLocation }] }] = sarif(aReport({ findings: [{ ...FINDING, at: { ...PLACE, file: { path: 'my stacks/a#b.yaml', line: 3 } } }] })).results;
    expect(physicalLocation).toMatchObject({ artifactLocation: { uri: 'my%20stacks/a%23b.yaml' }, region: { startLine: 3 } });
  });

  test('of a place without a file has its name alone', () => {
    const { file: _, ...nowhere } = PLACE;
    const [{ locations }] = sarif(aReport({ findings: [{ ...FINDING, at: nowhere }] })).results;
    expect(locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: 'Shop/Web/Service', kind: 'resource' }] }]);
  });

  test('recognizes a finding that moved or is reworded, and distinguishes two at one place', () => {
    const prints = (report: Report) => sarif(report).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
    const moved = { ...FINDING, detail: 'said better', at: { ...PLACE, file: { path: 'elsewhere.ts', line: 99 } } };
    const [first, second] = prints(aReport({ findings: [FINDING, FINDING] }));
    expect(prints(aReport({ findings: [moved] }))).toEqual([first]);
    expect(second).not.toBe(first);
    expect(prints(aReport({ findings: [{ ...FINDING, property: 'cpu' }] }))).not.toEqual([first]);
  });
});

describe('junit', () => {
  test('fails what ends with 1, skips what was not checked, passes the rest', () => {
    const fine = { ...PLACE, name: 'Shop/Fine' };
    const xml = render(aReport({
      places: [PLACE, fine],
      findings: [FINDING, { ...FINDING, severity: 'warning', id: 'log-none' }],
      gaps: [{ id: 'td-limits', at: PLACE, reason: 'Image is a parameter' }],
    }), 'junit');
    expect(xml).toContain('<testsuite name="cdk.out/Shop.template.json" tests="4" failures="1" errors="0" skipped="1">');
    expect(xml).toContain('<testcase classname="Shop/Fine" name="service"/>');
    expect(xml).toMatch(/<testcase classname="Shop\/Web\/Service" name="scl-desired-count-reset: [^>]*>\s*<failure message="desiredCount \(4\)[^>]*type="error">/);
    expect(xml).toMatch(/name="log-none: [^>]*>\s*<system-out>/);
    expect(xml).toMatch(/name="td-limits: not checked because Image is a parameter">\s*<skipped\/>/);
  });

  test('writes no character that XML cannot represent', () => {
    const xml = render(aReport({ findings: [{ ...FINDING, detail: 'a\u0000\u001b[31m <b> & "c" ]]> \ud800' }] }), 'junit');
    // eslint-disable-next-line no-control-regex
    expect(xml).not.toMatch(/[\u0000-\u0008\u001b]/);
    expect(xml).toContain('&lt;b');
    expect(xml).not.toMatch(/\p{Cs}/u);
  });
});
