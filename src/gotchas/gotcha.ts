/** Severity of a gotcha. It follows from the consequence of the gotcha. */
export enum GotchaSeverity {
  /** AWS rejects it, or it never works. */
  ERROR = 'error',

  /** Deploys and misbehaves in some event, is a risk, or costs more than it brings. */
  WARNING = 'warning',

  /** Worth knowing. */
  INFO = 'info',
}

/** Consequence of a gotcha for an app that has it. */
export enum GotchaConsequence {
  /** AWS rejects the deployment: an error. */
  REJECTED = 'rejected',

  /** AWS accepts it, and it never works: an error. */
  NEVER_WORKS = 'never-works',

  /** Works until some event, such as a deployment, load or an outage: a warning. */
  MISBEHAVES = 'misbehaves',

  /** May fail for reasons that are not in the app, or exposes the app: a warning. */
  RISK = 'risk',

  /** AWS bills what brings nothing: a warning. */
  COST = 'cost',

  /** Works as configured, which has a limit or a price that is easy to overlook: an info. */
  WORTH_KNOWING = 'worth-knowing',
}

/** Places where a gotcha is checked. */
export enum GotchaLevel {
  /** Constructors of this library. */
  CONSTRUCT = 'construct',

  /** Synthesized templates, whichever constructs they come from. */
  SYNTH = 'synth',

  /** Running services. */
  LIVE = 'live',
}

/** One entry of the catalogue of mistakes on Amazon ECS. */
export interface Gotcha {
  /** Name of the gotcha in reports, acknowledgements and docs. */
  readonly id: string;

  /** The mistake in one line. */
  readonly title: string;

  /** Consequence for an app that has the gotcha. */
  readonly consequence: GotchaConsequence;

  /** Severity, which follows from the consequence. */
  readonly severity: GotchaSeverity;

  /** Symptom that a user sees: a text of AWS where there is one, else the behaviour. */
  readonly symptom: string;

  /** Behaviour of AWS that is the reason. */
  readonly why: string;

  /** Condition that an app without the gotcha meets, with its numbers. */
  readonly rule: string;

  /** Change that removes the gotcha. */
  readonly fix: string;

  /** AWS page that decides. */
  readonly docsUrl: string;

  /** Places where the gotcha is checked. */
  readonly levels: GotchaLevel[];

  /**
   * Reason why the gotcha can't occur with the constructs of this library.
   *
   * @default - the constructs don't rule it out
   */
  readonly designedOut?: string;

  /**
   * Way in which the constructs of this library avoid the gotcha by default. Other settings can still have it.
   *
   * @default - the constructs rule it out, or leave it to the rule pack
   */
  readonly avoidedBy?: string;
}
