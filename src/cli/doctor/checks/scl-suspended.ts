import { known } from '../../../facts/fact';
import { onService } from '../live-check';

const PARTS = [
  ['DynamicScalingOutSuspended', 'scaling out'], ['DynamicScalingInSuspended', 'scaling in'], ['ScheduledScalingSuspended', 'scheduled scaling'],
] as const;

export const sclSuspended = onService({
  id: 'scl-suspended',
  check: ({ live: { scaling } }) => {
    const state = known(scaling)?.target.SuspendedState ?? {};
    const suspended = PARTS.filter(([part]) => state[part]).map(([, name]) => name);
    return suspended.length === 0 ? [] : [{ property: 'suspendedState', detail: `suspendedState (${suspended.join(', ')}) keeps the service at the count it has` }];
  },
});
