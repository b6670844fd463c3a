import { known, Unknown } from '../../../facts/fact';
import type { LiveStack } from '../../collect/account';
import { count, minutesSince } from '../../collect/service-state';
import type { Service, StackEvent } from '../../collect/shapes';
import { fixOf } from '../classifier/refusals';
import { onService, orNone, type LiveFinding } from '../live-check';
import { lastOperation, type StackOperation } from '../stack-operation';

/** CloudFormation gives up on a service after so long. */
const GIVES_UP_MINUTES = 180;
/** A deployment of some minutes is no wait. */
const LONG_MINUTES = 10;

/** Reports the CloudFormation stack that waits for a service, is rolled back, or is stuck. */
export const stackOfService = onService({
  id: 'dpl-stack-waits',
  check: ({ live: { service, stack }, now }) => {
    const live = known(stack);
    if (!live) return [];
    const status = live.stack.StackStatus ?? '';
    const operation = lastOperation(orNone(live.events), live.stack.StackId ?? '', isService(service));
    const name = live.stack.StackName ?? live.stack.StackId?.split('/').at(1) ?? '';
    const about = `stack (${name}, ${status})`;
    const gap = live.events instanceof Unknown ? [{ notChecked: live.events.reason }] : [];
    if (status.endsWith('_FAILED')) return [stuck(about, name, status, operation), ...gap];
    if (status.includes('ROLLBACK')) return [...rolledBack(about, live, operation, now), ...gap];
    return [...underWay(about, operation, now), ...gap];
  },
});

function underWay(about: string, { waitsSince, failed }: StackOperation, now: Date): readonly LiveFinding[] {
  if (!waitsSince) return [];
  const minutes = Math.floor(minutesSince(waitsSince, now));
  return [{
    property: 'stack',
    severity: minutes < LONG_MINUTES ? 'info' : 'warning',
    detail: `${about} has waited for this service for ${count(minutes, 'minute')}${because(failed)}; ${end(waitsSince)}`,
    ...evidenceOf(failed),
  }];
}

function isService({ serviceArn, tags = [] }: Service): (event: StackEvent) => boolean {
  const logicalId = tags.find(({ key }) => key === 'aws:cloudformation:logical-id')?.value;
  return ({ PhysicalResourceId, LogicalResourceId, ResourceType }) => ResourceType === 'AWS::ECS::Service'
    && (PhysicalResourceId === serviceArn || (logicalId !== undefined && LogicalResourceId === logicalId));
}

function rolledBack(about: string, { stack }: LiveStack, operation: StackOperation, now: Date): readonly LiveFinding[] {
  const isOver = stack.StackStatus?.endsWith('_COMPLETE') === true;
  const ago = Math.floor(minutesSince(operation.endedAt, now));
  // What ended long ago is no news to who deployed it.
  if (isOver && (operation.endedAt === undefined || ago > GIVES_UP_MINUTES)) return [];
  const waits = operation.waitsSince
    ? `, and has waited for this service for ${count(Math.floor(minutesSince(operation.waitsSince, now)), 'minute')} (${end(operation.waitsSince)})` : '';
  return [{
    property: 'stack',
    severity: isOver ? 'info' : 'warning',
    detail: `${about} ${isOver ? `was rolled back ${count(ago, 'minute')} ago` : 'rolls back'}${because(operation.failed, stack)}${waits}`,
    fix: isOver ? `${repair(operation.failed)}, and deploy again` : `${repair(operation.failed)}, and deploy again once the rollback is over`,
    ...evidenceOf(operation.failed),
  }];
}

function stuck(about: string, name: string, status: string, { stuckBy }: StackOperation): LiveFinding {
  return {
    id: 'dpl-stack-stuck',
    property: 'stack',
    detail: `${about} is stuck${because(stuckBy)}: CloudFormation refuses its next update`,
    fix: `${repair(stuckBy)}, then ${WAYS_OUT[status] ?? `delete it with aws cloudformation delete-stack --stack-name ${name}, and create it again`}`.replaceAll('<name>', name),
    ...evidenceOf(stuckBy),
  };
}

const WAYS_OUT: Readonly<Record<string, string | undefined>> = {
  UPDATE_ROLLBACK_FAILED: 'continue with aws cloudformation continue-update-rollback --stack-name <name>, with --resources-to-skip for what can\'t be repaired',
  UPDATE_FAILED: 'update the stack again, or end the update with aws cloudformation rollback-stack --stack-name <name>',
};

/** Fix for what failed, where its reason shows it. */
function repair(failed: StackEvent | undefined): string {
  const fix = fixOf(failed?.ResourceStatusReason ?? '');
  return fix === undefined ? 'repair what failed' : `repair what failed (${fix})`;
}

function because(failed: StackEvent | undefined, stack?: LiveStack['stack']): string {
  if (failed) return `, because ${failed.LogicalResourceId ?? 'a resource'} (${failed.ResourceType ?? 'of no known type'}) is ${failed.ResourceStatus}`;
  // Parents roll back their nested stacks for reasons of their own.
  return stack?.RootId ? `, as does its root stack ${stack.RootId.split('/').at(1) ?? ''}` : '';
}

function evidenceOf(failed: StackEvent | undefined): Pick<LiveFinding, 'evidence'> {
  return failed?.ResourceStatusReason ? { evidence: [failed.ResourceStatusReason] } : {};
}

function end(since: Date): string {
  return `CloudFormation gives up after 3 hours, at ${new Date(since.getTime() + GIVES_UP_MINUTES * 60_000).toISOString().slice(11, 16)} UTC`;
}
