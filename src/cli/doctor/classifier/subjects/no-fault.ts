import type { Subject } from '../meaning';

/** Events that are meant to happen. */
export const NO_FAULT: readonly Subject[] = [
  {
    is: /performing maintenance on the underlying infrastructure/i,
    causes: [],
    otherwise: { id: 'ops-task-retirement', means: 'were retired by Fargate', severity: 'info', why: 'Fargate replaces tasks for its own updates, and the service starts others.', fix: 'run two tasks at least, so that one is left' },
  },
  { is: /Spot Task was interrupted|^Spot interruption/i, causes: [], otherwise: { id: 'dep-stop-timeout-vs-spot', means: 'were interrupted, as Spot tasks are', severity: 'info' } },
  { is: /Host EC2 .*(?:terminated|stopped)|container instance .*deregist|spot ?instance ?(?:termination|interruption)/i, causes: [], otherwise: { id: 'ec2-host-gone', means: 'ended with their instance', severity: 'warning' } },
  { is: /^Scaling activity|^Task stopped by user|^has (?:started|stopped|begun|reached)|^\(?(?:deployment|taskSet).*completed|(?:^|\) )(?:de)?registered \d+|^updated (?:computedDesiredCount|state)|^stopped \d+ (?:pending|running)|AZ balanced|^Essential container|^Task failed to start/i, causes: [], otherwise: undefined },
];
