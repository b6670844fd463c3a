import { count } from '../../collect/service-state';
import { onService } from '../live-check';

export const opsServiceDraining = onService({
  id: 'ops-service-draining',
  check: ({ live: { service: { status, runningCount = 0, events = [] } } }) => status !== 'DRAINING' ? [] : [{
    property: 'status',
    // An info is shown with --verbose alone, and a deployment to the service waits in vain.
    severity: 'warning',
    detail: `status (DRAINING) means that the service is being deleted: ${count(runningCount, 'task')} ${runningCount === 1 ? 'has' : 'have'} still to stop`,
    evidence: [events[0]?.message].filter((text) => text !== undefined),
  }],
});
