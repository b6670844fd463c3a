import junit, { type TestSuite } from 'junit-report-builder';
import { logLines } from './log-text';
import type { Location, Report, ReportedFinding } from './report';
import { failsAsUnknown, isAtLeast } from './summary';
import { printable } from './wrap';
import { detailsOf } from '../../gotchas/message';
import type { OutputOptions } from '../output-options';

/** A test suite for each source, a test case for each finding, gap and place without either. Only what ends with 1 has failed. */
export function renderJunit(report: Report, { failOn }: OutputOptions): string {
  const builder = junit.newBuilder().name(`ecs-guardrails ${report.verb}`);
  const suites = new Map<string, TestSuite>();
  const suiteOf = ({ source }: Location): TestSuite => {
    const suite = suites.get(source) ?? builder.testSuite().name(clean(source));
    suites.set(source, suite);
    return suite;
  };
  const reported = new Set([...report.findings, ...report.gaps].map(({ at }) => keyOf(at)));
  for (const place of report.places) {
    const suite = suiteOf(place);
    if (!reported.has(keyOf(place))) suite.testCase().className(clean(place.name)).name(place.kind);
  }
  for (const finding of report.findings) {
    const testCase = suiteOf(finding.at).testCase().className(clean(finding.at.name)).name(clean(`${finding.id}: ${finding.detail}`));
    if (finding.at.file) testCase.file(clean(finding.at.file.path));
    if (isAtLeast(finding.severity, failOn)) testCase.stacktrace(clean(explain(finding))).failure(clean(finding.detail), finding.severity);
    else testCase.standardOutput(clean(explain(finding)));
  }
  for (const gap of report.gaps) {
    const { id, at, reason } = gap;
    const testCase = suiteOf(at).testCase().className(clean(at.name)).name(clean(`${id}: not checked because ${reason}`));
    if (failsAsUnknown(gap, report.unread, failOn)) testCase.failure(clean(reason), 'not checked');
    else testCase.skipped();
  }
  return `${builder.build()}\n`;
}

function explain({ at, property, why, fix, docsUrl, evidence = [], log }: ReportedFinding): string {
  const place = at.file?.line === undefined ? at.name : `${at.name} (${at.file.path}:${at.file.line})`;
  const details = detailsOf({ at: place, property, why, fix, docs: docsUrl }).map(([label, text]) => `${label}: ${text}`);
  return [...evidence, ...log ? logLines(log) : [], ...details].join('\n');
}

function keyOf({ source, kind, name }: Location): string {
  return JSON.stringify([source, kind, name]);
}

/** Text that XML can hold: no control characters, no half of a character, and nothing that ends the CDATA section that the builder puts it in. */
function clean(text: string): string {
  return text.split('\n').map(printable).join('\n').replaceAll(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd').replaceAll(']]>', ']] >');
}
