import type { Consequence, Severity } from '../../gotchas/definition';
import type { DeploymentTime } from '../../timing';

/** What a finding is on: a construct, a resource of a template, a service, a task definition. */
export interface Location {
  /** Construct path, logical id, or `cluster/service`: what people call it. */
  readonly name: string;
  /** What kind of thing it is, in AWS's words: `service`, `task definition`. */
  readonly kind: string;
  /** The template or ARN that it is part of. */
  readonly source: string;
  /** The file that a code scanner marks, with the line if it is known. */
  readonly file?: { readonly path: string; readonly line?: number };
}

/** Something wrong. */
export interface ReportedFinding {
  /** The gotcha's id. */
  readonly id: string;
  readonly severity: Severity;
  /** What happens, where the catalogue states it. */
  readonly consequence?: Consequence;
  readonly at: Location;
  /** Property, value in brackets, what is wrong. */
  readonly detail: string;
  readonly property?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly docsUrl?: string;
  /** Who says so, where it is not this project's catalogue. */
  readonly by?: string;
  /** What AWS said, word for word, for findings on what happened: events, stopped reasons. Newest first. */
  readonly evidence?: readonly string[];
}

/** A finding that somebody accepted. */
export interface AcknowledgedFinding extends ReportedFinding {
  readonly reason: string;
}

/** Something that could not be looked at. */
export interface ReportedNotChecked {
  /** The gotcha's id, or the name of a call. */
  readonly id: string;
  readonly at: Location;
  /** The whole sentence after *not checked because*: a denied call names its IAM action. */
  readonly reason: string;
}

/** How long a deployment of a service takes, or why nobody can say. */
export type ReportedTiming = { readonly at: Location } & ({ readonly time: DeploymentTime } | { readonly notKnown: string });

/** All that one run has to say. */
export interface Report {
  readonly verb: 'check' | 'doctor';
  /** What was read, with or without something to look at. */
  readonly sources?: readonly string[];
  /** What was looked at, in the order it is shown, with or without findings. */
  readonly places: readonly Location[];
  readonly findings: readonly ReportedFinding[];
  readonly gaps: readonly ReportedNotChecked[];
  /** Findings that are accepted and count for nothing. */
  readonly acknowledged?: readonly AcknowledgedFinding[];
  /** What is to be said of the run as a whole. */
  readonly notes?: readonly string[];
  /** How many checks found nothing. */
  readonly ok: number;
  /** One for each service, if it was asked for. */
  readonly timing?: readonly ReportedTiming[];
}
