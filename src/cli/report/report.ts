import type { Consequence, Severity } from '../../gotchas/definition';
import type { DeploymentTime } from '../../timing';

/** Location of a finding: a construct, a resource of a template, a service, a task definition. */
export interface Location {
  /** Construct path, logical id, or `cluster/service`: what people call it. */
  readonly name: string;
  /** Kind of the subject, as AWS calls it: `service`, `task definition`. */
  readonly kind: string;
  /** The template or ARN that it is part of. */
  readonly source: string;
  /** The file that a code scanner marks, with the line if it is known. */
  readonly file?: { readonly path: string; readonly line?: number };
}

/** The last lines that a container logged. */
export interface ReportedLog {
  readonly container: string;
  /** Id of the task. */
  readonly task: string;
  readonly group?: string;
  readonly stream?: string;
  /** The oldest first. */
  readonly lines: readonly string[];
  /** Reason why there are no lines. */
  readonly notRead?: string;
}

/** Something wrong. */
export interface ReportedFinding {
  /** The gotcha's id. */
  readonly id: string;
  readonly severity: Severity;
  /** Consequence of the gotcha, where the catalogue has one. */
  readonly consequence?: Consequence;
  readonly at: Location;
  /** Property, value in brackets, what is wrong. */
  readonly detail: string;
  readonly property?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly docsUrl?: string;
  /** Tool that reported it, if it is not this project's catalogue. */
  readonly by?: string;
  /** Literal texts of AWS for findings on events: service events, stopped reasons. Newest first. */
  readonly evidence?: readonly string[];
  /** Log of a container that ended so, if it was asked for. */
  readonly log?: ReportedLog;
}

/** A finding that the user accepted. */
export interface AcknowledgedFinding extends ReportedFinding {
  readonly reason: string;
}

/** A check that could not run. */
export interface ReportedNotChecked {
  /** The gotcha's id, or the name of a call. */
  readonly id: string;
  readonly at: Location;
  /** The whole sentence after *not checked because*: a denied call names its IAM action. */
  readonly reason: string;
  /** True for a subject of which nothing could be read, whatever was asked of it. */
  readonly isLost?: true;
}

/** Calls that failed in a run. */
export interface Unread {
  /** IAM actions that AWS denied. */
  readonly denied: readonly string[];
  /** Reasons of the other failures. */
  readonly failed: readonly string[];
}

/** Duration of a deployment of a service, or the reason why it is unknown. */
export type ReportedTiming = { readonly at: Location } & ({ readonly time: DeploymentTime } | { readonly notKnown: string });

/** Result of one run. */
export interface Report {
  readonly verb: 'check' | 'doctor';
  /** Inputs that were read, with or without a subject to check. */
  readonly sources?: readonly string[];
  /** Subjects that were checked, in the order of the output, with or without findings. */
  readonly places: readonly Location[];
  readonly findings: readonly ReportedFinding[];
  readonly gaps: readonly ReportedNotChecked[];
  /** Calls that failed, whether a check missed their answer or not. */
  readonly unread?: Unread;
  /** Findings that are accepted and count for nothing. */
  readonly acknowledged?: readonly AcknowledgedFinding[];
  /** Remarks on the whole run. */
  readonly notes?: readonly string[];
  /** Number of checks that found nothing. */
  readonly ok: number;
  /** One for each service, if it was asked for. */
  readonly timing?: readonly ReportedTiming[];
}
