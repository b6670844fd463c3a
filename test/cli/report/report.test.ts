import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { OutputOptions } from '../../../src/cli/output-options';
import { renderReport } from '../../../src/cli/report/render';
import type { Report } from '../../../src/cli/report/report';
import { exitCodeOf } from '../../../src/cli/report/summary';
import { aReport, FINDING, PLACE } from '../support/a-report';
import { testTerminal } from '../support/test-terminal';

function render(report: Report, options: Partial<OutputOptions>, width = 100): string {
  return renderReport(report, { format: 'text', failOn: 'error', verbose: false, colour: false, ...options }, testTerminal({ width }));
}

const WARNING = { ...FINDING, severity: 'warning', id: 'log-none', detail: 'logging (not set) loses output' } as const;
const SECONDS = { atLeast: 10, atMost: 20 };
const TIME = { waves: 1, start: SECONDS, healthy: SECONDS, shift: SECONDS, drain: SECONDS, stop: SECONDS, atLeast: 50, atMost: 100 };
const FULL = aReport({
  sources: ['cdk.out/Shop.template.json', 'cdk.out/Empty.template.json'],
  findings: [WARNING, FINDING],
  acknowledged: [{ ...WARNING, reason: 'known' }],
  gaps: [{ id: 'td-limits', at: PLACE, reason: 'Image is a parameter' }],
  notes: ['without a validator'],
  timing: [{ at: PLACE, time: TIME }, { at: PLACE, notKnown: 'parameter Count decides it' }],
});

describe('json', () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync(join(__dirname, '../../../docs/schema/report.schema.json'), 'utf-8')) as object);

  test.each([['full', FULL], ['empty', aReport({ places: [] })]])('a %s report keeps to the published schema', (_, report) => {
    expect(validate(JSON.parse(render(report, { format: 'json' })))).toBe(true);
  });

  test('the schema notices what is missing', () => {
    const { notChecked, ...rest } = JSON.parse(render(FULL, { format: 'json' })) as Record<string, unknown>;
    expect(notChecked).toHaveLength(1);
    expect(validate(rest)).toBe(false);
  });

  test('the schema wants a time or the reason why there is none', () => {
    const { timing: _, ...rest } = JSON.parse(render(FULL, { format: 'json' })) as Record<string, unknown>;
    expect(validate({ ...rest, timing: [{ at: PLACE }] })).toBe(false);
    expect(validate({ ...rest, timing: [{ at: PLACE, time: { waves: 1 } }] })).toBe(false);
  });

  test('counts', () => {
    expect(JSON.parse(render(FULL, { format: 'json' }))).toMatchObject({
      version: 1, verb: 'check', summary: { errors: 1, warnings: 1, info: 0, acknowledged: 1, notChecked: 1, ok: 7 },
    });
  });
});

describe('github', () => {
  test('is one command a finding, with what breaks commands escaped', () => {
    const odd = { ...FINDING, detail: '100 % of a,b: x', at: { ...PLACE, file: { path: 'a,b:c.ts', line: 3 } } };
    const output = render(aReport({ findings: [odd] }), { format: 'github' });
    const [command] = output.split('\n');
    expect(output).toMatch(/\n1 error, 0 warnings, /);
    expect(command).toMatch(/^::error file=a%2Cb%3Ac\.ts,line=3,title=scl-desired-count-reset::100 %25 of a,b: x%0Aat: Shop\/Web\/Service \(desiredCount\)%0Awhy: /);
  });

  test('names no file where there is none', () => {
    const { file: _, ...nowhere } = PLACE;
    const output = render(aReport({ findings: [{ ...FINDING, severity: 'info', at: nowhere }] }), { format: 'github' });
    expect(output).toMatch(/^::notice title=scl-desired-count-reset::desiredCount/);
    expect(output).toMatch(/\n0 errors, 0 warnings, 1 info, 0 not checked, 7 ok\n$/);
  });
});

describe('exit code', () => {
  test.each([
    ['error', 'error', 1], ['error', 'warning', 1], ['error', 'never', 0], ['warning', 'error', 0], ['warning', 'warning', 1],
    ['warning', 'info', 1], ['info', 'warning', 0], ['info', 'info', 1], ['info', 'never', 0],
  ] as const)('of a finding of severity %s with --fail-on %s is %s', (severity, failOn, code) => {
    expect(exitCodeOf({ findings: [{ ...FINDING, severity }] }, failOn)).toBe(code);
  });

  test('of no findings is 0', () => expect(exitCodeOf({ findings: [] }, 'info')).toBe(0));
});
