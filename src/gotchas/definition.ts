import { severityOf, type Consequence, type Severity } from './consequence';
import { NotKnown, Unknown, type Fact, type Known } from '../facts/fact';
import type { SubjectKind, Subjects } from '../facts/subjects';

export type { Consequence, Severity };

/** Where a check runs: while constructing, over synthesized templates, on a running service. */
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

/** A part of a subject that could not be looked at. */
export interface NotChecked {
  readonly notChecked: string;
}

export type Result = Finding | NotChecked;

/** One entry of the catalogue. Its severity follows from its consequence. */
export interface GotchaDefinition<
  S extends SubjectKind = SubjectKind,
  K extends keyof Subjects[S] = keyof Subjects[S],
  M extends keyof Subjects[S] = never,
> extends GotchaSource<S, K, M> {
  readonly severity: Severity;
}

/** One entry of the catalogue as its file states it. */
export interface GotchaSource<
  S extends SubjectKind = SubjectKind,
  K extends keyof Subjects[S] = keyof Subjects[S],
  M extends keyof Subjects[S] = never,
> {
  /** `<area>-<what is wrong>`: file name, docs anchor, acknowledgement, word at the terminal. Never renamed. */
  readonly id: string;
  readonly title: string;
  /** What happens in an app that has it; the severity follows from it. */
  readonly consequence: Consequence;
  /** What one sees: the words of AWS where it has any, else how it shows. */
  readonly symptom: string;
  /** What AWS does, and what that leads to. */
  readonly why: string;
  /** What holds, with its numbers, in one or two sentences that agree with `check`. */
  readonly rule: string;
  /** An order that can be followed without reading `why`. */
  readonly fix: string;
  readonly docsUrl: string;
  readonly levels: readonly Level[];
  /** The type that makes it impossible for our own constructs, in one sentence. */
  readonly designedOut?: string;
  /** The kind of thing it is about. */
  readonly subject: S;
  /** The facts of the subject that the check can't do without. One of them unknown: *not checked*. */
  readonly needs: readonly K[];
  /** Facts it looks at where they are known, each by itself. */
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

/** Severity of a finding, which follows from its consequence. */
export function severityOfFinding(gotcha: Pick<GotchaDefinition, 'consequence'>, { consequence }: Finding): Severity {
  return severityOf(consequence ?? gotcha.consequence);
}

/** What came of one check: found and not checked can both be there, fine means neither is. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly string[];
}

const FINE: Outcome = { findings: [], notChecked: [] };
const NOTHING: readonly Result[] = [];

/** Nothing found, and all of it checked. */
export function isFine({ findings, notChecked: unknown }: Outcome): boolean {
  return findings.length === 0 && unknown.length === 0;
}

/** Runs one check on one subject. */
export function evaluate(gotcha: GotchaDefinition, facts: Subjects[SubjectKind]): Outcome {
  for (const need of gotcha.needs) {
    if ((facts[need] as Fact<unknown>) instanceof Unknown) return notChecked(gotcha, facts);
  }
  const results = orNotChecked(gotcha.check, facts as never);
  if (results.length === 0) return FINE;
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
    const results = orNotChecked(check, items[at]);
    if (results.length > 0) found = found.concat(results);
  }
  return found;
}

/** Runs questions that don't depend on each other: what one can't know doesn't stop the next. */
export function all(...checks: ReadonlyArray<() => readonly Result[]>): readonly Result[] {
  return each(checks, (check) => check());
}

function orNotChecked<T>(check: (of: T) => readonly Result[], of: T): readonly Result[] {
  try {
    return check(of);
  } catch (error) {
    if (error instanceof NotKnown) return [{ notChecked: error.reason }];
    throw error;
  }
}
