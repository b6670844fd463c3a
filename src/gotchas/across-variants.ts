import { isFine, type Finding, type GotchaDefinition, type Outcome } from './definition';
import type { Examinee, Examination } from './examine';

/** How what was found in several variants of one app is told as one. */
export interface Telling<V, E extends Examinee> {
  /** The same for one subject in all variants. */
  keyOf(subject: E): string;
  /** What has to be assumed for what some variants show. A variant without the subject answers `undefined`. */
  assumptionOf(subject: E, shows: (variant: V) => boolean | undefined): string | undefined;
}

type Outcomes = ReadonlyMap<GotchaDefinition, Outcome>;

const NO_OUTCOMES: Outcomes = new Map();
const FINE: Outcome = { findings: [], notChecked: [] };

interface Look<V, E extends Examinee> {
  readonly variant: V;
  readonly subjects: readonly E[];
  readonly examinations: readonly Examination<E>[];
}

/** What was found in the variants of one app. */
export class AcrossVariants<V, E extends Examinee> {
  /** Most apps have one variant, in which nothing has to be found again. */
  private only?: Look<V, E>;
  private readonly all = new Map<string, E>();
  /** By variant and key; what was fine in all is an empty map. */
  private readonly outcomes = new Map<V, ReadonlyMap<string, Outcomes>>();

  public constructor(private readonly telling: Telling<V, E>) {}

  /** Keeps what was found of the subjects, and of the subjects only those that no variant before had. */
  public add(look: Look<V, E>): void {
    if (!this.only && this.outcomes.size === 0) {
      this.only = look;
      return;
    }
    if (this.only) this.index(this.only);
    this.only = undefined;
    this.index(look);
  }

  /** Each subject once. */
  public subjects(): readonly E[] {
    return this.only?.subjects ?? [...this.all.values()];
  }

  /** The findings of every variant, and of what could not be checked only what none could. */
  public examinations(): Iterable<Examination<E>> {
    return this.only?.examinations ?? this.merged();
  }

  private index({ variant, subjects, examinations }: Look<V, E>): void {
    const outcomes = new Map<E, Map<GotchaDefinition, Outcome>>();
    for (const { gotcha, subject, outcome } of examinations) {
      const known = outcomes.get(subject);
      if (known) known.set(gotcha, outcome);
      else outcomes.set(subject, new Map([[gotcha, outcome]]));
    }
    const byKey = new Map<string, Outcomes>();
    for (const subject of subjects) {
      let key = this.telling.keyOf(subject);
      // One rule may start several tasks.
      while (byKey.has(key)) key += '+';
      byKey.set(key, outcomes.get(subject) ?? NO_OUTCOMES);
      if (!this.all.has(key)) this.all.set(key, subject);
    }
    this.outcomes.set(variant, byKey);
  }

  private* merged(): Generator<Examination<E>, void> {
    for (const [key, subject] of this.all) {
      const having = new Map([...this.outcomes].flatMap(([variant, byKey]) => byKey.has(key) ? [[variant, byKey.get(key)!] as const] : []));
      for (const gotcha of new Set([...having.values()].flatMap((outcomes) => [...outcomes.keys()]))) {
        const outcome = this.told(gotcha, subject, new Map([...having].map(([variant, outcomes]) => [variant, outcomes.get(gotcha) ?? FINE])));
        if (!isFine(outcome)) yield { gotcha, subject, outcome };
      }
    }
  }

  private told(gotcha: GotchaDefinition, subject: E, outcomes: ReadonlyMap<V, Outcome>): Outcome {
    const findings = new Map([...outcomes.values()].flatMap(({ findings: some }) => some.map((finding) => [keyOf(finding), finding])));
    const all = [...findings].map(([key, finding]) => {
      const shows = (variant: V) => outcomes.get(variant)?.findings.some((other) => keyOf(other) === key);
      return { finding, assumption: this.telling.assumptionOf(subject, shows) };
    });
    const certain = new Set(all.filter(({ assumption }) => assumption === undefined).map(({ finding: { property } }) => property));
    return {
      findings: all.flatMap(({ finding, assumption }) => {
        if (assumption === undefined) return [finding];
        // What is wrong with a property anyway is not told again for the values that it may have.
        return finding.property !== undefined && certain.has(finding.property) ? [] : [assumed(gotcha, finding, assumption)];
      }),
      notChecked: [...outcomes.values()].map(({ notChecked }) => notChecked).reduce((fewest, each) => each.length < fewest.length ? each : fewest),
    };
  }
}

function keyOf({ property, detail }: Finding): string {
  return `${property}\n${detail}`;
}

// No error: the parameters may get other values.
function assumed(gotcha: GotchaDefinition, finding: Finding, assumption: string): Finding {
  const severity = finding.severity ?? gotcha.severity;
  return { ...finding, detail: `${finding.detail} (${assumption})`, severity: severity === 'error' ? 'warning' : severity };
}
