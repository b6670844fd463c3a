import type { StackEvent } from '../collect/shapes';

/** The last operation of a CloudFormation stack, as far as its events show it. */
export interface StackOperation {
  /** Time since when CloudFormation waits for one resource; `undefined` if it does not. */
  readonly waitsSince?: Date;
  /** The resource that failed first, for a reason of its own. */
  readonly failed?: StackEvent;
  /** The resource that failed first in a rollback, else in the operation itself. */
  readonly stuckBy?: StackEvent;
  readonly endedAt?: Date;
}

const BEGINS = /^(?:CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/;

/** Reads the last operation from the events of a stack, the newest first, for one of its resources. */
export function lastOperation(events: readonly StackEvent[], stackId: string, isResource: (event: StackEvent) => boolean): StackOperation {
  const isStack = ({ PhysicalResourceId, ResourceType }: StackEvent): boolean => ResourceType === 'AWS::CloudFormation::Stack' && PhysicalResourceId === stackId;
  const begin = events.findIndex((event) => isStack(event) && BEGINS.test(event.ResourceStatus ?? ''));
  const own = events.slice(0, begin === -1 ? undefined : begin + 1);
  const hasFailed = (event: StackEvent): boolean => !isStack(event) && event.ResourceStatus?.endsWith('_FAILED') === true
    // CloudFormation ends the others once one has failed.
    && !/cancelled|canceled/i.test(event.ResourceStatusReason ?? '');
  const rollback = own.findIndex((event) => isStack(event) && event.ResourceStatus?.endsWith('ROLLBACK_IN_PROGRESS') === true);
  const failed = own.filter(hasFailed).at(-1);
  return {
    waitsSince: waiting(own.filter(isResource)),
    failed,
    stuckBy: own.slice(0, Math.max(rollback, 0)).filter(hasFailed).at(-1) ?? failed,
    endedAt: own.find(isStack)?.Timestamp,
  };
}

function waiting(events: readonly StackEvent[]): Date | undefined {
  const status = events[0]?.ResourceStatus;
  if (status === undefined || !BEGINS.test(status)) return undefined;
  const next = events.findIndex(({ ResourceStatus }) => ResourceStatus !== status);
  return events[(next === -1 ? events.length : next) - 1].Timestamp;
}
