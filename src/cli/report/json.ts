import type { Report } from './report';
import { summaryOf } from './summary';

/** The report as docs/schema/report.schema.json describes it: what is there stays, more may come. */
export function renderJson(report: Report): string {
  const { verb, sources = [], places, findings, acknowledged = [], gaps, notes = [], timing } = report;
  const document = { version: 1, verb, summary: summaryOf(report), sources, places, findings, acknowledged, notChecked: gaps, notes, timing };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
