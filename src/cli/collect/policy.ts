import type { Depth } from './account';
import type { Call } from './call';
import { CALLS } from './calls';

const DEPTHS: readonly Depth[] = ['quick', 'default', 'deep'];

/** An IAM policy, in the form that IAM takes it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly { readonly Sid: string; readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: '*' }[];
}

/** IAM policy for exactly the calls of a run of that depth. Most of these actions can't be limited to resources, and none of them writes. */
export function policyFor(depth: Depth): Policy {
  const Action = callsFor(depth).map(({ action }) => action).sort();
  return { Version: '2012-10-17', Statement: [{ Sid: 'EcsGuardrailsDoctor', Effect: 'Allow', Action, Resource: '*' }] };
}

/** The calls that a run of that depth may make. */
export function callsFor(depth: Depth): readonly Call<never, unknown>[] {
  const calls: readonly Call<never, unknown>[] = Object.values(CALLS);
  return calls.filter((call) => DEPTHS.indexOf(call.depth) <= DEPTHS.indexOf(depth));
}
