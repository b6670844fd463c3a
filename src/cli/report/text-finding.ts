import type { Colors } from 'picocolors/types';
import { logLines } from './log-text';
import type { ReportedFinding } from './report';
import { hang, printable, wrap } from './wrap';
import type { Severity } from '../../gotchas/definition';
import { detailsOf, headlineOf, LABEL_WIDTH } from '../../gotchas/message';

const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '!', info: 'i' };
/** Findings of one id beyond this number are counted, not printed. */
const MAX_SHOWN = 5;

/** Writes findings in the form of the one message: each id is explained once, and printed a few times at most. */
export class TextFinding {
  private readonly shown = new Map<string, { count: number; readonly fix?: string }>();

  public constructor(private readonly colours: Colors, private readonly width: number, private readonly verbose: boolean) {}

  public lines(finding: ReportedFinding): readonly string[] {
    const shown = this.shown.get(finding.id) ?? { count: 0, fix: finding.fix };
    this.shown.set(finding.id, shown);
    shown.count++;
    if (!this.verbose && shown.count > MAX_SHOWN) return [];
    const details = detailsOf({ at: whereabouts(finding), property: finding.property, ...this.explanation(finding, shown) });
    return [
      ...this.headline(finding),
      ...(finding.evidence ?? []).flatMap((said) => this.detail('aws', said)),
      ...this.log(finding),
      ...details.flatMap(([label, text]) => this.detail(label, text)),
    ];
  }

  private explanation({ why, fix, docsUrl }: ReportedFinding, shown: { readonly count: number; readonly fix?: string }): object {
    if (this.verbose || shown.count === 1) return { why, fix, docs: docsUrl };
    return fix === shown.fix ? {} : { fix };
  }

  /** Counts the findings that were not printed. */
  public collapsed(): readonly string[] {
    const more = [...this.shown].filter(([, { count }]) => !this.verbose && count > MAX_SHOWN).map(([id, { count }]) => `${count - MAX_SHOWN} more of ${id}`);
    return more.length > 0 ? [hang('… ', `${more.join(', ')}: --verbose shows them`, this.width).join('\n')] : [];
  }

  private headline({ severity, detail, id, by }: ReportedFinding): readonly string[] {
    const text = headlineOf({ headline: detail, id }) + (by ? ` by ${by}` : '');
    return wrap(text, this.width - 6).map((line, index) => (index === 0 ? `    ${this.paint(severity, SIGNS[severity])} ${line}` : `      ${line}`));
  }

  /** Lines of a log are not broken: what stands below each other in it stays so. */
  private log({ log }: ReportedFinding): readonly string[] {
    if (!log) return [];
    const [head, ...lines] = logLines(log);
    const indent = ' '.repeat(8 + LABEL_WIDTH);
    return [...this.detail('log', head), ...lines.map((line) => this.colours.dim(indent + printable(line)))];
  }

  private detail(label: string, text: string): readonly string[] {
    return hang(`        ${`${label}:`.padEnd(LABEL_WIDTH)}`, text, this.width).map((line) => (label === 'fix' ? line : this.colours.dim(line)));
  }

  private paint(severity: Severity, text: string): string {
    const { red, yellow, cyan } = this.colours;
    return { error: red, warning: yellow, info: cyan }[severity](text);
  }
}

// The headline contains the location: only the line of the file is missing.
function whereabouts({ at: { file } }: ReportedFinding): string | undefined {
  return file && (file.line === undefined ? file.path : `${file.path}:${file.line}`);
}
