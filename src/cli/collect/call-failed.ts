import type { Call } from './call';
import type { ErrorKind } from './errors';
import { Unknown, type Fact } from '../../facts/fact';

/** A call that brings nothing, however often it is made. */
export class CallFailed extends Error {
  public constructor(readonly call: Call<never, unknown>, readonly kind: ErrorKind, readonly cause: unknown, attempts: number, region: string) {
    super(reason(call, kind, cause, attempts, region));
  }
}

/** Words that `deniedAction` and readers of reports recognize. */
function reason(call: Call<never, unknown>, kind: ErrorKind, cause: unknown, attempts: number, region: string): string {
  const said = cause instanceof Error ? firstLine(`${cause.name}: ${cause.message}`) : String(cause);
  switch (kind) {
    case 'denied': return `${call.action} is denied: allow it`;
    case 'unavailable': return `${call.client} in ${region} has no ${call.operation} for this account`;
    case 'unreachable': return `${call.client} can't be reached in ${region}`;
    case 'throttled': return `${call.client} refused ${call.operation} ${attempts} times, because of too many calls in this account`;
    case 'late': return `${call.action} was not answered within --timeout`;
    case 'transient': return `${call.operation} failed ${attempts} times, at last with ${said}`;
    default: return `${call.client} answered ${call.operation} with ${said}`;
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0].trim();
}

/** The IAM action in the reason of a denied call; `undefined` for another reason. */
export function deniedAction(why: string): string | undefined {
  return /^([\w-]+:\w+) is denied: allow it/.exec(why)?.[1];
}

/** Returns true if a reason is that of a call that failed: other values are unknown by a rule of the doctor. */
export function isFailedCall(why: string): boolean {
  return deniedAction(why) !== undefined
    || / failed \d+ times, | refused \w+ \d+ times, | answered \w+ with | can't be reached in | has no \w+ for this account$| was not answered within --timeout$| returned nothing for it$/.test(why);
}

/** Result of a collector, or the reason of its failed call. All other errors go to the caller: an unreachable region, Ctrl-C. */
export async function fact<T>(read: () => Promise<Fact<T>>): Promise<Fact<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CallFailed) return new Unknown(error.message);
    throw error;
  }
}

/** Result of a collector, or `undefined` where AWS has no such resource. */
export async function orMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CallFailed && error.kind === 'missing') return undefined;
    throw error;
  }
}
