import type { Examinee, Examination } from './examine';
import { isOk, severityOfFinding, type Finding, type GotchaDefinition, type Outcome } from '../gotchas/definition';

/** Describes findings of several variants of one app as one finding. */
export interface VariantDescriber<V, E extends Examinee> {
  /** Identifies a subject in all variants. */
  keyOf(subject: E): string;
  /** The variant that assumes less and is equal otherwise; it is added later. */
  basisOf(variant: V): V | undefined;
  /** Assumption under which a finding of some variants holds. A variant without the subject returns `undefined`. */
  assumptionOf(subject: E, shows: (variant: V) => boolean | undefined): string | undefined;
}

type Outcomes = ReadonlyMap<GotchaDefinition, Outcome>;

const NO_OUTCOMES: Outcomes = new Map();
const OK: Outcome = { findings: [], notChecked: [] };

interface VariantFindings<V, E extends Examinee> {
  readonly variant: V;
  readonly subjects: readonly E[];
  readonly examinations: readonly Examination<E>[];
}

/** Merges findings of all variants of one app. */
export class VariantMerger<V, E extends Examinee> {
  /** Most apps have one variant, in which nothing has to be found again. */
  private only?: VariantFindings<V, E>;
  private readonly all = new Map<string, E>();
  /** Outcomes by variant and key; an empty map if all are ok. */
  private readonly outcomes = new Map<V, ReadonlyMap<string, Outcomes>>();

  public constructor(private readonly describer: VariantDescriber<V, E>) {}

  /** Keeps the findings of the subjects, and those subjects that no earlier variant had. */
  public add(found: VariantFindings<V, E>): void {
    if (!this.only && this.outcomes.size === 0) {
      this.only = found;
      return;
    }
    if (this.only) this.index(this.only);
    this.only = undefined;
    this.index(found);
  }

  /** Each subject once. */
  public subjects(): readonly E[] {
    return this.only?.subjects ?? this.keys().map((key) => this.all.get(key)!);
  }

  /** The findings of every variant, and of what could not be checked only what none could. */
  public examinations(): Iterable<Examination<E>> {
    return this.only?.examinations ?? this.merged();
  }

  private index({ variant, subjects, examinations }: VariantFindings<V, E>): void {
    const outcomes = new Map<E, Map<GotchaDefinition, Outcome>>();
    for (const { gotcha, subject, outcome } of examinations) {
      const known = outcomes.get(subject);
      if (known) known.set(gotcha, outcome);
      else outcomes.set(subject, new Map([[gotcha, outcome]]));
    }
    const byKey = new Map<string, Outcomes>();
    for (const subject of subjects) {
      let key = this.describer.keyOf(subject);
      // One state machine may start several tasks.
      while (byKey.has(key)) key += '+';
      byKey.set(key, outcomes.get(subject) ?? NO_OUTCOMES);
      if (!this.all.has(key)) this.all.set(key, subject);
    }
    this.outcomes.set(variant, byKey);
  }

  // In the order of the last variant, the one in which nothing is assumed.
  private keys(): readonly string[] {
    const last = [...this.outcomes.values()].at(-1);
    return [...new Set([...last?.keys() ?? [], ...this.all.keys()])];
  }

  private* merged(): Generator<Examination<E>, void> {
    for (const key of this.keys()) {
      const subject = this.all.get(key)!;
      const having = new Map([...this.outcomes].flatMap(([variant, byKey]) => byKey.has(key) ? [[variant, byKey.get(key)!] as const] : []));
      for (const gotcha of new Set([...having.values()].flatMap((outcomes) => [...outcomes.keys()]))) {
        const outcome = this.mergedOutcome(gotcha, subject, new Map([...having].map(([variant, outcomes]) => [variant, outcomes.get(gotcha) ?? OK])));
        if (!isOk(outcome)) yield { gotcha, subject, outcome };
      }
    }
  }

  private mergedOutcome(gotcha: GotchaDefinition, subject: E, outcomes: ReadonlyMap<V, Outcome>): Outcome {
    const found = this.inSameWords(outcomes);
    const findings = new Map([...found.values()].flat().map((finding) => [wordsOf(finding), finding]));
    return {
      findings: [...findings].map(([words, finding]) => {
        const assumption = this.describer.assumptionOf(subject, (variant) => found.get(variant)?.some((each) => wordsOf(each) === words));
        return assumption === undefined ? finding : assumed(gotcha, finding, assumption);
      }),
      notChecked: [...outcomes.values()].map(({ notChecked }) => notChecked).reduce((fewest, each) => each.length < fewest.length ? each : fewest),
    };
  }

  /** Findings by variant; where more is assumed, what is known then may put them in other words: they keep those of less. */
  private inSameWords(outcomes: ReadonlyMap<V, Outcome>): ReadonlyMap<V, readonly Finding[]> {
    const found = new Map<V, readonly Finding[]>();
    // Those that assume less are the later ones.
    for (const [variant, { findings }] of [...outcomes].reverse()) {
      let basis = this.describer.basisOf(variant);
      while (basis !== undefined && !found.has(basis)) basis = this.describer.basisOf(basis);
      found.set(variant, reworded(findings, basis === undefined ? [] : found.get(basis)!));
    }
    return found;
  }
}

/** Pairs findings of one gotcha about one property, even if their wording differs. */
function reworded(findings: readonly Finding[], basis: readonly Finding[]): readonly Finding[] {
  const words = new Set(findings.map(wordsOf));
  const left = basis.filter((finding) => !words.has(wordsOf(finding)));
  const same = new Set(basis.map(wordsOf));
  return findings.map((finding) => {
    const at = same.has(wordsOf(finding)) ? -1 : left.findIndex((other) => propertyOf(other) === propertyOf(finding));
    return at < 0 ? finding : left.splice(at, 1)[0];
  });
}

// A name that is the value of a parameter is known where the parameter is.
function propertyOf({ property }: Finding): string | undefined {
  return property?.replace(/\[[^\]]*\]/g, '[]');
}

function wordsOf({ property, detail }: Finding): string {
  return `${property}\n${detail}`;
}

// No error: the parameters may get other values.
function assumed(gotcha: GotchaDefinition, finding: Finding, assumption: string): Finding {
  const consequence = severityOfFinding(gotcha, finding) === 'error' ? 'risk' : finding.consequence;
  return { ...finding, detail: `${finding.detail} (${assumption})`, consequence };
}
