import { catalogue } from '../../../gotchas/catalogue.generated';
import { explained } from '../../../gotchas/explained';
import { detailsOf, headlineOf, LABEL_WIDTH } from '../../../gotchas/message';
import { classify } from '../classifier/classify';
import type { LiveFinding } from '../live-check';
import type { ReportedFinding } from '../../report/report';

/** A finding as a watch prints it, without its place. */
export type Printed = Pick<ReportedFinding, 'id' | 'detail' | 'why' | 'fix' | 'docsUrl' | 'evidence'>;

/** Prints each cause once, however many tasks, events and looks show it. */
export class ToldOnce {
  private readonly told = new Set<string>();

  /** Lines of those findings that were not printed before: a headline, and below it why and the fix. */
  public lines(findings: readonly Printed[]): readonly string[] {
    return findings.flatMap((finding) => {
      const key = keyOf(finding);
      if (this.told.has(key)) return [];
      this.told.add(key);
      return linesOf(finding);
    });
  }
}

/** Completes a finding of a check with the words of its gotcha. */
export function inFull(finding: LiveFinding): Printed {
  const gotcha = catalogue.find(({ id }) => id === (finding.id ?? 'ops-unknown-stop'))!;
  const { consequence: _consequence, ...words } = explained(gotcha, finding);
  return { ...words, why: finding.why ?? words.why, evidence: finding.evidence };
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

function linesOf({ id, detail, why, fix, docsUrl, evidence = [] }: Printed): readonly string[] {
  const details = [...evidence.slice(0, 1).map((text) => ['aws', text] as const), ...detailsOf({ why, fix, docs: docsUrl })];
  return [headlineOf({ headline: detail, id }), ...details.map(([label, text]) => `  ${`${label}:`.padEnd(LABEL_WIDTH)}${text}`)];
}
