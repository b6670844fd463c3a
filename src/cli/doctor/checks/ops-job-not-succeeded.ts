import { known } from '../../../facts/fact';
import { onRegion } from '../live-check';

export const opsJobNotSucceeded = onRegion({
  id: 'ops-job-not-succeeded',
  check: ({ jobAlarms }) => known(jobAlarms).map(({ AlarmName, AlarmDescription, Dimensions = [], StateReason }) => ({
    property: 'expectWithin',
    detail: `job (${Dimensions.find(({ Name }) => Name === 'Job')?.Value}) has not succeeded in time: alarm ${AlarmName} is in state ALARM`,
    evidence: [AlarmDescription, StateReason].filter((text) => text !== undefined),
  })),
});
