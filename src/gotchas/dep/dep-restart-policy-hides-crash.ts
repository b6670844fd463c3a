import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 1800;
const MOST_EXIT_CODES = 50;

export const depRestartPolicyHidesCrash = defineGotcha({
  id: 'dep-restart-policy-hides-crash',
  title: 'A restart policy that ECS refuses, or that hides crashes',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException`; or the application crashes again and again, and no task stops.',
  why: 'A container with a restart policy starts again in its task: no task stops, and no circuit breaker counts it. '
    + `The period between two restarts goes from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} s; ECS refuses to register anything else.`,
  rule: '`restartAttemptPeriod` is 60 to 1800 s and `ignoredExitCodes` are at most 50. An essential container that restarts has a health check, or its service a load balancer or deployment alarms.',
  fix: 'add a health check to the container, or an alarm to the service, so that crashes show',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'service',
  needs: ['task'],
  reads: ['loadBalancers', 'alarms'],
  check: ({ task, loadBalancers, alarms }) => each(known(task.containers), (container) => {
    const policy = known(container.restartPolicy);
    if (policy === undefined) return [];
    return all(
      () => period(container, known(policy.attemptPeriodSeconds)),
      () => known(policy.ignoredExitCodes) <= MOST_EXIT_CODES ? [] : [{
        property: ofContainer(container, 'restartPolicy.ignoredExitCodes'),
        detail: `ignoredExitCodes (${known(policy.ignoredExitCodes)} of them) are more than the limit of ECS, which is ${MOST_EXIT_CODES}`,
        fix: `name no more than ${MOST_EXIT_CODES} exit codes`,
      }],
      () => {
        if (!known(policy.enabled) || !known(container.essential) || known(container.healthCheck) !== undefined) return [];
        if (known(loadBalancers).length > 0 || isOn(known(alarms))) return [];
        return [{
          consequence: 'worth-knowing',
          property: ofContainer(container, 'restartPolicy'),
          detail: `restartPolicy (on) restarts ${ofContainer(container)} after a crash, and nothing else of the service would show it`,
        }];
      },
    );
  }),
});

function period(container: ContainerFacts, seconds: number | undefined): readonly Result[] {
  if (seconds === undefined || (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS)) return [];
  return [{
    property: ofContainer(container, 'restartPolicy.restartAttemptPeriod'),
    detail: `restartAttemptPeriod (${seconds} s) is outside of the range of ECS, which is ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} s`,
    fix: `set restartAttemptPeriod to ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} s`,
  }];
}

function isOn(alarms: { readonly enabled: unknown } | undefined): boolean {
  return alarms !== undefined && known(alarms.enabled) === true;
}
