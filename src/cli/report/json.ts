import type { Report } from './report';
import { summaryOf } from './summary';

/** JSON whose control characters and marks of direction are escapes, so that a terminal shows them as text. */
export function asciiControls(json: string): string {
  return json.replaceAll(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The report as docs/schema/report.schema.json describes it: what is there stays, more may come. */
export function renderJson(report: Report): string {
  const { verb, sources = [], places, findings, acknowledged = [], gaps, unread, notes = [], timing } = report;
  const document = { version: 1, verb, summary: summaryOf(report), sources, places, findings, acknowledged, notChecked: gaps, unread, notes, timing };
  return `${asciiControls(JSON.stringify(document, undefined, 2))}\n`;
}
