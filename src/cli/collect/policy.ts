import type { Depth } from './account';
import type { Call } from './call';
import { CALLS } from './calls';

const DEPTHS: readonly Depth[] = ['quick', 'default', 'deep'];

/** An IAM policy, in the form that IAM takes it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly { readonly Sid: string; readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: '*' }[];
}

/** Options of the doctor that make calls of their own. */
export type CallOption = 'logs' | 'watch';

const CALLS_OF_OPTIONS: Readonly<Record<CallOption, readonly Call<never, unknown>[]>> = {
  logs: [CALLS.describeTaskDefinition, CALLS.getLogEvents],
  watch: [CALLS.listDeployments, CALLS.batchGetDeployments, CALLS.batchGetDeploymentTargets],
};

/** IAM policy for exactly the calls of a run of that depth with those options. Most of these actions can't be limited to resources, and none of them writes. */
export function policyFor(depth: Depth, options: readonly CallOption[] = []): Policy {
  const Action = callsFor(depth, options).map(({ action }) => action).sort();
  return { Version: '2012-10-17', Statement: [{ Sid: 'EcsGuardrailsDoctor', Effect: 'Allow', Action, Resource: '*' }] };
}

/** The calls that a run of that depth with those options may make. */
export function callsFor(depth: Depth, options: readonly CallOption[] = []): readonly Call<never, unknown>[] {
  const calls: readonly Call<never, unknown>[] = Object.values(CALLS);
  const ofOptions = new Set<Call<never, unknown>>(options.flatMap((option) => CALLS_OF_OPTIONS[option]));
  return calls.filter((call) => ofOptions.has(call) || (call.depth !== 'option' && DEPTHS.indexOf(call.depth) <= DEPTHS.indexOf(depth)));
}
