import { known } from '../../../facts/fact';
import { count, minutesSince } from '../../collect/service-state';
import { onService, type LiveFinding } from '../live-check';

const LONG_MINUTES = 30;

/** A resource that ECS manages, as a revision contains it. */
interface Managed {
  readonly status: string;
  readonly statusReason?: string;
  readonly updatedAt?: Date;
}

export const expResourceFailed = onService({
  id: 'exp-resource-failed',
  check: ({ live: { service, revisions }, now }) => {
    if (service.resourceManagementType !== 'ECS') return [];
    const running = (service.currentServiceRevisions ?? []).map(({ arn }) => arn);
    const current = known(revisions).filter(({ serviceRevisionArn }) => running.includes(serviceRevisionArn));
    return current.flatMap(({ ecsManagedResources }) => managedIn('', ecsManagedResources)).flatMap(([path, one]) => faultOf(path, one, now));
  },
});

/** Resources by their property: each object with a status. */
function managedIn(path: string, value: unknown): readonly (readonly [string, Managed])[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const below = Object.entries(value).flatMap(([key, item]) => managedIn(Array.isArray(value) || path === '' ? path || key : key, item));
  return 'status' in value && typeof value.status === 'string' ? [[path, value as Managed], ...below] : below;
}

function faultOf(path: string, { status, statusReason, updatedAt }: Managed, now: Date): readonly LiveFinding[] {
  const minutes = Math.floor(minutesSince(updatedAt, now));
  const evidence = statusReason ? [statusReason] : [];
  if (status === 'FAILED') return [{ property: path, severity: 'error', detail: `${path} (FAILED) could not be created`, evidence }];
  if (status !== 'PROVISIONING' || minutes < LONG_MINUTES) return [];
  return [{ property: path, severity: 'warning', detail: `${path} (PROVISIONING) is not ready after ${count(minutes, 'minute')}`, evidence }];
}
