import type { Subject } from '../meaning';

const HOOK = { id: 'dpl-hook-failed' };

/** Deployments, with their hooks. */
export const DEPLOYMENTS: readonly Subject[] = [
  { is: /pause hook timed out/i, causes: [], otherwise: { id: 'dpl-hook-waits', means: 'were rolled back, since the deployment was not continued in time', why: 'A pause hook waits for ContinueServiceDeployment until its timeout, and rolls back then unless its timeout action is CONTINUE.', fix: 'continue the deployment in time with aws ecs continue-service-deployment, or raise timeoutInMinutes of the hook' } },
  {
    is: /lifecycle hook|hook execution failure/i,
    causes: [
      { when: /unable to assume/i, meaning: { ...HOOK, means: 'were rolled back, since ECS may not assume the role of a lifecycle hook', fix: 'let ecs.amazonaws.com assume the role of the hook in its trust policy' } },
      { when: /unable to invoke|not authorized/i, meaning: { ...HOOK, means: 'were rolled back, since ECS may not call a lifecycle hook', fix: 'allow lambda:InvokeFunction on the function to the role of the hook' } },
      { when: /unable to parse|must not be null/i, meaning: { ...HOOK, means: 'were rolled back, since a lifecycle hook returned no answer that ECS reads', fix: 'let the function answer {"hookStatus": "SUCCEEDED"} or FAILED or IN_PROGRESS, before its timeout' } },
    ],
    otherwise: { ...HOOK, means: 'were rolled back, since a lifecycle hook failed' },
  },
  { is: /unable to stop or start tasks during a deployment/i, causes: [], otherwise: { id: 'dpl-percent-deadlock', means: 'can neither start nor stop within the healthy percentages', fix: 'lower minimumHealthyPercent or raise maximumPercent, so that one task at least can start or stop' } },
  { is: /protected tasks|under protection/i, causes: [], otherwise: { id: 'dpl-protected-tasks-block', means: 'are protected from scale-in, and hold the deployment up', severity: 'warning' } },
  { is: /operations are being throttled/i, causes: [], otherwise: { id: 'ops-api-throttled', means: 'wait for an API that is throttled', severity: 'warning' } },
  { is: /task ?definition is inactive|task ?definition\b.*(?:inactive|does not exist|not found)|invalid revision number/i, causes: [], otherwise: { id: 'td-inactive-or-unpinned-revision', means: 'are of a revision that was deregistered', why: 'ECS starts no task of an inactive revision.', fix: 'register the task definition again, and deploy that revision' } },
  // They follow from other faults, and don't name them.
  { is: /circuit breaker|rolled back because .*alarm|alarm(?:\(s\)|s)? (?:was |were )?detected|alarms have been activated|replacement task set to become healthy|exceeded attempts to wait|did not stabilize|deployment failed: tasks failed to start|unable to consistently start tasks|rolling back to|deployment \S+ in progress|deployment \S+ completed|TaskStoppedBeforePullBegin/i, causes: [], otherwise: undefined },
];
