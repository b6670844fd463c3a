/** The metric that scheduled jobs count their successes with. Constructs write it, and the doctor finds their alarms by it. */
export const JOB_METRIC = { namespace: 'EcsJobs', name: 'Succeeded' };
