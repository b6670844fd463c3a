import type { CausalRank } from './causal-rank';
import { severityOf, type Consequence, type Severity } from './consequence';
import { NotKnown, Unknown, type Fact, type Known } from '../facts/fact';
import type { SubjectKind, Subjects } from '../facts/subjects';

export type { Consequence, Severity };

/** Place in which a check runs: in a constructor, over synthesized templates, on a running service. */
export type Level = 'construct' | 'synth' | 'live';

/** A gotcha met on one subject. */
export interface Finding {
  /** Property, value in brackets, what is wrong; lower case, no period. */
  readonly detail: string;
  /** The property a user would edit, in the words of the subject (`desiredCount`, `containers[app].image`). */
  readonly property?: string;
  /** Replaces the gotcha's fix where the facts allow a more exact one. */
  readonly fix?: string;
  /** Replaces the gotcha's consequence: a milder one where the facts only make it likely, or one that is worse. */
  readonly consequence?: Consequence;
}

/** A part of a subject that could not be checked. */
export interface NotChecked {
  readonly notChecked: string;
}

export type Result = Finding | NotChecked;

/** Words of one entry of the catalogue, and its place among causes and consequences on running services. */
export interface GotchaWords {
  /** `<area>-<what is wrong>`: file name, docs anchor, acknowledgement, word at the terminal. Never renamed. */
  readonly id: string;
  readonly title: string;
  /** Effect on an app that has the gotcha; the severity follows from it. */
  readonly consequence: Consequence;
  /** Symptom that a user sees: the words of AWS where it has any, else the behaviour. */
  readonly symptom: string;
  /** Behaviour of AWS, and its effect. */
  readonly why: string;
  /** Condition that an app without the gotcha meets, with its numbers, in one or two sentences that agree with the check. */
  readonly rule: string;
  /** An order that can be followed without reading `why`. */
  readonly fix: string;
  readonly docsUrl: string;
  readonly levels: readonly Level[];
  /** The type that makes the gotcha impossible for our own constructs, in one sentence. */
  readonly designedOut?: string;
  /** Way in which our own constructs avoid the gotcha, in one sentence, where other settings or resources can still have it. */
  readonly avoidedBy?: string;
  /**
   * Rank of the gotcha among causes and consequences on a running service.
   *
   * @default 'cause': tasks can't live with it
   */
  readonly causalRank?: CausalRank;
  /**
   * Id of the gotcha that this one is a consequence of wherever both are found: with that one repaired, this one is gone.
   *
   * @default - the ranks decide
   */
  readonly follows?: string;
  /**
   * True if a running service shows the gotcha itself. The doctor then observes it, and doesn't infer it from the configuration.
   *
   * @default false
   */
  readonly isObserved?: boolean;
}

/** An entry of the catalogue that only a running service shows: no template has it. The doctor finds it, and its file states the words. */
export interface LiveGotcha extends GotchaWords {
  readonly severity: Severity;
}

/** An entry of the catalogue with a check over facts. Its severity follows from its consequence. */
export interface GotchaDefinition<
  S extends SubjectKind = SubjectKind,
  K extends keyof Subjects[S] = keyof Subjects[S],
  M extends keyof Subjects[S] = never,
> extends GotchaSource<S, K, M> {
  readonly severity: Severity;
}

/** One entry of the catalogue. */
export type CatalogueEntry = GotchaDefinition | LiveGotcha;

/** An entry with a check over facts, as its file states it. */
export interface GotchaSource<
  S extends SubjectKind = SubjectKind,
  K extends keyof Subjects[S] = keyof Subjects[S],
  M extends keyof Subjects[S] = never,
> extends GotchaWords {
  /** The kind of its subject. */
  readonly subject: S;
  /** Further kinds that have all of `needs` and `reads`, under the same names: what runs tasks is checked as services are. */
  readonly alsoOn?: readonly SubjectKind[];
  /** The facts of the subject that the check can't do without. One of them unknown: *not checked*. */
  readonly needs: readonly K[];
  /** Facts that it reads where they are known, each by itself. */
  readonly reads?: readonly M[];
  /** Pure: no token, no construct, no SDK. Parts of a fact are taken with `known`, lists walked with `each`. */
  readonly check: (facts: { readonly [P in K]: Known<Subjects[S][P]> } & { readonly [P in M]: Subjects[S][P] }) => readonly Result[];
}

/** Keeps the declared needs and the facts that the check may read in step. */
export function defineGotcha<S extends SubjectKind, const K extends keyof Subjects[S], const M extends keyof Subjects[S] = never>(
  definition: GotchaSource<S, K, M>,
): GotchaDefinition {
  return { ...definition as unknown as GotchaSource, severity: severityOf(definition.consequence) };
}

/** Defines an entry that only a running service shows. */
export function defineLiveGotcha(words: Omit<GotchaWords, 'levels'>): LiveGotcha {
  return { ...words, levels: ['live'], severity: severityOf(words.consequence) };
}

/** True for entries that facts show: those of constructs, templates and the configuration of running services. */
export function hasCheck(entry: CatalogueEntry): entry is GotchaDefinition {
  return 'check' in entry;
}

/** Severity of a finding, which follows from its consequence. */
export function severityOfFinding(gotcha: Pick<GotchaDefinition, 'consequence'>, { consequence }: Finding): Severity {
  return severityOf(consequence ?? gotcha.consequence);
}

/** Outcome of one check: it can have findings and unchecked parts at once; without either it is ok. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly string[];
}

const OK: Outcome = { findings: [], notChecked: [] };
const NOTHING: readonly Result[] = [];

/** Nothing found, and all of it checked. */
export function isOk(outcome: Outcome): boolean {
  return outcome === OK || (outcome.findings.length === 0 && outcome.notChecked.length === 0);
}

/** Runs one check on one subject. */
export function evaluate(gotcha: GotchaDefinition, facts: Subjects[SubjectKind]): Outcome {
  for (const need of gotcha.needs) {
    if ((facts[need] as Fact<unknown>) instanceof Unknown) return notChecked(gotcha, facts);
  }
  let results: readonly Result[];
  try {
    results = gotcha.check(facts as never);
  } catch (error) {
    results = [notCheckedFor(error)];
  }
  if (results.length === 0) return OK;
  return {
    findings: results.filter((result): result is Finding => 'detail' in result),
    notChecked: results.flatMap((result) => ('notChecked' in result ? [result.notChecked] : [])),
  };
}

function notChecked({ needs }: GotchaDefinition, facts: Subjects[SubjectKind]): Outcome {
  const unknown = needs.map((need) => facts[need] as Fact<unknown>).filter((fact) => fact instanceof Unknown);
  return { findings: [], notChecked: unknown.map(({ reason }) => reason) };
}

/** Checks each item by itself, so that an unknown part of one doesn't hide what is wrong with another. */
export function each<T>(items: readonly T[], check: (item: T) => readonly Result[]): readonly Result[] {
  let found = NOTHING;
  // Mostly nothing is found, in very many items.
  for (let at = 0; at < items.length; at++) {
    try {
      const results = check(items[at]);
      if (results.length > 0) found = found.concat(results);
    } catch (error) {
      found = [...found, notCheckedFor(error)];
    }
  }
  return found;
}

/** Runs questions that don't depend on each other: what one can't know doesn't stop the next. */
export function all(...checks: ReadonlyArray<() => readonly Result[]>): readonly Result[] {
  return each(checks, run);
}

function run(check: () => readonly Result[]): readonly Result[] {
  return check();
}

function notCheckedFor(error: unknown): NotChecked {
  if (error instanceof NotKnown) return { notChecked: error.reason };
  throw error;
}
