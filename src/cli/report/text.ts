import { createColors } from 'picocolors';
import type { Location, Report, ReportedFinding, ReportedNotChecked } from './report';
import { isAtLeast, plural, SEVERITIES, summaryOf, type Summary } from './summary';
import { TextFinding } from './text-finding';
import { timingText } from './text-timing';
import { unreadLines } from './text-unread';
import { hang, inert, printable, wrap } from './wrap';
import type { OutputOptions } from '../output-options';
import type { Terminal } from '../terminal';

/** A tree for people: sources, what is in them, what is wrong with it; in the end, one line that counts. */
export function renderText(report: Report, options: OutputOptions, terminal: Terminal): string {
  const colours = createColors(options.colour);
  const width = Math.min(terminal.width, MAX_WIDTH);
  const shown = report.findings.filter(({ severity }) => severity !== 'info' || options.verbose || isAtLeast('info', options.failOn));
  const gaps = options.verbose ? report.gaps.filter(({ isLost }) => !isLost) : [];
  const finding = new TextFinding(colours, width, options.verbose);
  const sections = sourcesOf(report, shown, gaps).flatMap((source) => {
    const lines = source.places.flatMap((place) => {
      const told = place.findings.flatMap((found) => finding.lines(found));
      for (const [reason, ids] of groupByReason(place.gaps)) {
        told.push(...hang('    ? ', `not checked: ${ids.join(', ')}, because ${reason}`, width).map((line) => colours.dim(line)));
      }
      return told.length > 0 ? [`  ${printable(place.name)}${colours.dim(`  ${place.kind}`)}`, ...told] : [];
    });
    return lines.length > 0 ? [[colours.bold(printable(source.name)), ...lines].join('\n')] : [];
  });
  const unread = unreadLines(report, options.verbose).map((line) => hang('? ', line, width).join('\n'));
  const notes = options.verbose ? (report.notes ?? []).map((note) => hang('  ', note, width).join('\n')) : [];
  const summary = wrap(summaryLine(summaryOf(report), report, shown.length), width).map(colours.bold).join('\n');
  const timing = report.timing ? [timingText(report.timing)] : [];
  return inert([...sections, ...finding.collapsed(), ...unread, ...notes, summary, ...timing].join('\n\n')) + '\n';
}

// Wider lines are hard to read, however wide the window is.
const MAX_WIDTH = 120;

interface PlaceSection extends Location {
  readonly findings: ReportedFinding[];
  readonly gaps: ReportedNotChecked[];
}

interface SourceSection {
  readonly name: string;
  readonly places: readonly PlaceSection[];
}

// In the order of the report; locations without findings are left out.
function sourcesOf(report: Report, findings: readonly ReportedFinding[], gaps: readonly ReportedNotChecked[]): readonly SourceSection[] {
  const sources = new Map<string, Map<string, PlaceSection>>();
  const sectionOf = (place: Location): PlaceSection => {
    const places = sources.get(place.source) ?? new Map<string, PlaceSection>();
    sources.set(place.source, places);
    const key = `${place.kind}\n${place.name}`;
    const section = places.get(key) ?? { ...place, findings: [], gaps: [] };
    places.set(key, section);
    return section;
  };
  for (const place of report.places) sectionOf(place);
  for (const finding of findings) sectionOf(finding.at).findings.push(finding);
  for (const gap of gaps) sectionOf(gap.at).gaps.push(gap);
  return [...sources].flatMap(([name, places]) => {
    const told = [...places.values()].filter((place) => place.findings.length + place.gaps.length > 0).sort((a, b) => worstOf(a) - worstOf(b));
    for (const place of told) place.findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    return told.length > 0 ? [{ name, places: told }] : [];
  });
}

function worstOf({ findings }: PlaceSection): number {
  return Math.min(SEVERITIES.length, ...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
}

function groupByReason(gaps: readonly ReportedNotChecked[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { reason, id } of gaps) {
    const ids = groups.get(reason);
    if (!ids) groups.set(reason, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return groups;
}

function summaryLine(summary: Summary, report: Report, shown: number): string {
  const hidden = report.findings.length - shown;
  const parts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    `${summary.info} info${hidden > 0 ? ' (--verbose shows them)' : ''}`,
    ...(summary.acknowledged > 0 ? [`${summary.acknowledged} acknowledged`] : []),
    `${summary.notChecked} not checked`,
    `${summary.ok} ok`,
  ];
  return `${parts.join(', ')}: ${plural((report.sources ?? [...new Set(report.places.map(({ source }) => source))]).length, SOURCES[report.verb])}`;
}

const SOURCES: Readonly<Record<Report['verb'], string>> = { check: 'template', doctor: 'cluster' };
