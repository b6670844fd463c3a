import type { Report, ReportedFinding, ReportedLog } from './report';
import { redactor } from '../../text/redaction/redact';

/** Redacts all texts of a report: AWS and templates repeat the credentials of commands and addresses. */
export function redacted(report: Report): Report {
  const clean = redactor();
  const cleanIf = (text: string | undefined): string | undefined => (text === undefined ? undefined : clean(text));
  const log = (one: ReportedLog): ReportedLog => ({ ...one, lines: one.lines.map(clean), ...defined({ notRead: cleanIf(one.notRead) }) });
  const finding = <F extends ReportedFinding>(one: F): F => ({
    ...one,
    detail: clean(one.detail),
    ...defined({ why: cleanIf(one.why), fix: cleanIf(one.fix), evidence: one.evidence?.map(clean), log: one.log && log(one.log) }),
  });
  return {
    ...report,
    findings: report.findings.map(finding),
    gaps: report.gaps.map((gap) => ({ ...gap, reason: clean(gap.reason) })),
    ...defined({
      unread: report.unread && { ...report.unread, failed: report.unread.failed.map(clean) },
      acknowledged: report.acknowledged?.map((one) => ({ ...finding(one), reason: clean(one.reason) })),
      notes: report.notes?.map(clean),
      timing: report.timing?.map((one) => ('notKnown' in one ? { ...one, notKnown: clean(one.notKnown) } : one)),
    }),
  };
}

/** Without members that are not there: a form that lists members would show them. */
function defined<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
