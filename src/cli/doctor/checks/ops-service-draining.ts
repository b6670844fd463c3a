import { count } from '../../collect/service-state';
import { onService } from '../live-check';

export const opsServiceDraining = onService({
  id: 'ops-service-draining',
  check: ({ live: { service: { status, runningCount = 0, events = [] } } }) => status !== 'DRAINING' ? [] : [{
    property: 'status',
    // Only a look with --verbose shows an info, and whoever waits for the service has to know.
    severity: 'warning',
    detail: `status (DRAINING) means that the service is being deleted: ${count(runningCount, 'task')} ${runningCount === 1 ? 'has' : 'have'} still to stop`,
    evidence: [events[0]?.message].filter((text) => text !== undefined),
  }],
});
