import type { Verb } from './verb';

/** A verb as the overview lists it. */
export interface VerbEntry {
  readonly summary: string;
  /** Each verb is a file of its own in the bundle: only the one that was typed is loaded. */
  readonly load: () => Verb;
}

/* eslint-disable @typescript-eslint/no-require-imports -- only the verb that was typed is loaded */
/** The verbs that only read. */
export const READING_VERBS = {
  check: {
    summary: 'check synthesized assemblies and CloudFormation templates',
    load: () => (require('./check/verb') as { readonly verb: Verb }).verb,
  },
  doctor: {
    summary: 'diagnose the services of an account: what is wrong, and why',
    load: () => (require('./doctor/verb') as { readonly verb: Verb }).verb,
  },
  gotchas: {
    summary: 'explain an id of a finding, or list and search them all',
    load: () => (require('./gotchas/verb') as { readonly verb: Verb }).verb,
  },
} satisfies Readonly<Record<string, VerbEntry>>;
/* eslint-enable @typescript-eslint/no-require-imports */
