import { catalogue } from '../../../gotchas/catalogue.generated';
import { explained } from '../../../gotchas/explained';
import { detailsOf, headlineOf, LABEL_WIDTH } from '../../../gotchas/message';
import { classify } from '../classifier/classify';
import type { LiveFinding } from '../live-check';
import { logLines } from '../../report/log-text';
import type { ReportedFinding } from '../../report/report';
import { reportedLog } from '../diagnosis/reported-log';

/** A finding as a watch prints it, without its place. */
export type Printed = Pick<ReportedFinding, 'id' | 'detail' | 'why' | 'fix' | 'docsUrl' | 'evidence' | 'log'>;

/** Prints each cause once, however many tasks, events and readings show it. */
export class ToldOnce {
  private readonly told = new Set<string>();

  public isNew(finding: Printed): boolean {
    return !this.told.has(keyOf(finding));
  }

  /** Lines of those findings that were not printed before: a headline, and below it why and the fix. */
  public lines(findings: readonly Printed[]): readonly string[] {
    return findings.flatMap((finding) => {
      if (!this.isNew(finding)) return [];
      this.told.add(keyOf(finding));
      return linesOf(finding);
    });
  }
}

/** Completes a finding of a check with the words of its gotcha. */
export function inFull(finding: LiveFinding): Printed {
  const gotcha = catalogue.find(({ id }) => id === (finding.id ?? 'ops-unknown-stop'))!;
  const { consequence: _consequence, ...words } = explained(gotcha, finding);
  return { ...words, why: finding.why ?? words.why, evidence: finding.evidence, log: finding.log && reportedLog(finding.log) };
}

/** The fault that an event of ECS reports; `undefined` if it reports none, or one that is not known. */
export function faultIn(message: string): Printed | undefined {
  const meaning = classify(message);
  if (meaning === undefined || meaning === 'unknown' || meaning.severity === 'info') return undefined;
  return inFull({ id: meaning.id, why: meaning.why, fix: meaning.fix, detail: `an event (of ECS) reports that tasks ${meaning.means}` });
}

// Counts change while a deployment fails, and so do the words before the cause.
function keyOf({ id, detail }: Printed): string {
  return `${id} ${detail.replace(/^.*?\([^)]*\)/, '').replace(/^ reports? that (?:its )?tasks/, '').trim()}`;
}

function linesOf({ id, detail, why, fix, docsUrl, evidence = [], log }: Printed): readonly string[] {
  const [head, ...lines] = log ? logLines(log) : [];
  const said = [...evidence.slice(0, 1).map((text) => ['aws', text] as const), ...head === undefined ? [] : [['log', head] as const]];
  const labelled = (details: ReadonlyArray<readonly [string, string]>): readonly string[] =>
    details.map(([label, text]) => `  ${`${label}:`.padEnd(LABEL_WIDTH)}${text}`);
  return [
    headlineOf({ headline: detail, id }),
    ...labelled(said),
    ...lines.map((line) => ' '.repeat(2 + LABEL_WIDTH) + line),
    ...labelled(detailsOf({ why, fix, docs: docsUrl })),
  ];
}
