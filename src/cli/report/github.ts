import type { Report, ReportedFinding } from './report';
import { plural, summaryOf } from './summary';
import { printable } from './wrap';
import type { Severity } from '../../gotchas/definition';
import { detailsOf } from '../../gotchas/message';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows as annotations beside the lines they are about. */
export function renderGithub(report: Report): string {
  const { errors, warnings, info, notChecked, ok } = summaryOf(report);
  const counts = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${info} info, ${notChecked} not checked, ${ok} ok`;
  return [...report.findings.map(annotation), counts].join('\n') + '\n';
}

function annotation(finding: ReportedFinding): string {
  const { severity, detail, id, at, property, why, fix, docsUrl } = finding;
  const values = { file: at.file?.path, line: at.file?.line, title: id };
  const properties = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  const said = [detail, ...detailsOf({ at: at.name, property, why, fix, docs: docsUrl }).map(([label, text]) => `${label}: ${text}`)];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(said.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('\r', '').split('\n').map(printable).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
