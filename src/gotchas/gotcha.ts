/** How bad a gotcha is. */
export enum GotchaSeverity {
  /** It fails, or it runs and misbehaves. */
  ERROR = 'error',

  /** It is a risk or costs more than it should. */
  WARNING = 'warning',

  /** It is worth knowing. */
  INFO = 'info',
}

/** Where a gotcha is looked for. */
export enum GotchaLevel {
  /** While a construct of this library is defined. */
  CONSTRUCT = 'construct',

  /** In the synthesized templates, whichever construct they come from. */
  SYNTH = 'synth',

  /** On a running service. */
  LIVE = 'live',
}

/** One entry of the catalogue of what goes wrong on Amazon ECS. */
export interface Gotcha {
  /** The word for it in reports, acknowledgements and docs. */
  readonly id: string;

  /** What it is, in one line. */
  readonly title: string;

  /** How bad it is. */
  readonly severity: GotchaSeverity;

  /** What one sees: the words of AWS where it has any, else how it shows. */
  readonly symptom: string;

  /** What AWS does, and what that leads to. */
  readonly why: string;

  /** What holds, with its numbers. */
  readonly rule: string;

  /** What to do about it. */
  readonly fix: string;

  /** The AWS page about it. */
  readonly docsUrl: string;

  /** Where it is looked for. */
  readonly levels: GotchaLevel[];

  /**
   * Why it can't happen with the constructs of this library.
   *
   * @default - they don't rule it out
   */
  readonly designedOut?: string;
}
