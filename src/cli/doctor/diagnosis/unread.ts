import { Unknown } from '../../../facts/fact';
import type { Account } from '../../collect/account';
import { deniedAction, isFailedCall } from '../../collect/call-failed';
import { isLeftOut } from '../../collect/not-read';
import type { Unread } from '../../report/report';

/** Members that are answers of AWS as a whole: nothing in them is unknown. */
const ANSWERS = new Set(['service', 'cluster', 'taskDefinition', 'targetGroup', 'target', 'runningTasks', 'stoppedTasks']);

/** The calls that failed while an account was read, whether a check needs their answer or not. */
export function unreadIn(account: Account): Unread {
  const lost = account.clusters.flatMap(({ notRead }) => notRead.map(({ reason }) => reason));
  const reasons = [...new Set([...reasonsIn(account), ...lost])].filter((reason) => !isLeftOut(reason));
  return {
    denied: [...new Set(reasons.flatMap((reason) => deniedAction(reason) ?? []))].sort(),
    failed: reasons.filter((reason) => deniedAction(reason) === undefined && isFailedCall(reason)),
  };
}

/** Reasons of all unknown values, each as often as it is there. */
function reasonsIn(value: unknown): readonly string[] {
  if (value instanceof Unknown) return [value.reason];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  if (value instanceof Map) return [...value.values()].flatMap(reasonsIn);
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  return Object.entries(value).flatMap(([name, member]) => (ANSWERS.has(name) && !(member instanceof Unknown) ? [] : reasonsIn(member)));
}
