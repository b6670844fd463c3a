import { known } from '../../../facts/fact';
import { onService } from '../live-check';

const PARTS = [
  ['DynamicScalingOutSuspended', 'scaling out'], ['DynamicScalingInSuspended', 'scaling in'], ['ScheduledScalingSuspended', 'scheduled scaling'],
] as const;

export const sclSuspended = onService({
  id: 'scl-suspended',
  words: {
    title: 'Scaling is suspended',
    severity: 'error',
    why: 'Somebody suspended it, mostly in an incident: the policies and schedules are there, and change nothing.',
    fix: 'resume it with `aws application-autoscaling register-scalable-target`, and all of SuspendedState false',
    docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html',
  },
  check: ({ live: { scaling } }) => {
    const state = known(scaling)?.target.SuspendedState ?? {};
    const suspended = PARTS.filter(([part]) => state[part]).map(([, name]) => name);
    return suspended.length === 0 ? [] : [{ property: 'suspendedState', detail: `suspendedState (${suspended.join(', ')}) keeps the service at the count it has` }];
  },
});
