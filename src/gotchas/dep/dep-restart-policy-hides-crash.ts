import type { ContainerFacts } from '../../facts/container';
import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 1800;
const MOST_EXIT_CODES = 50;
const GREATEST_EXIT_CODE = 255;

export const depRestartPolicyHidesCrash = defineGotcha({
  id: 'dep-restart-policy-hides-crash',
  title: 'A restart policy that ECS refuses, or that hides crashes',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException`; or the application crashes again and again, and no task stops.',
  why: 'A container with a restart policy starts again in its task: no task stops, and no circuit breaker counts it. '
    + `The period between two restarts goes from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} s; ECS refuses to register anything else.`,
  rule: 'A restart policy sets `enabled`. `restartAttemptPeriod` is 60 to 1800 s, and `ignoredExitCodes` are at most 50, from 0 to 255 on Linux. An essential container that restarts has a health check, or its service a load balancer or deployment alarms.',
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
      () => known(policy.enabled) !== undefined ? [] : [{
        consequence: 'misbehaves',
        property: ofContainer(container, 'restartPolicy.enabled'),
        detail: 'restartPolicy (without enabled) does not restart the container',
        fix: 'set enabled to true in the restart policy',
      }],
      () => period(container, known(policy.attemptPeriodSeconds)),
      () => exitCodes(container, known(policy.ignoredExitCodes), task.operatingSystemFamily),
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

function exitCodes(container: ContainerFacts, codes: readonly Fact<number>[], family: Fact<string>): readonly Result[] {
  const property = ofContainer(container, 'restartPolicy.ignoredExitCodes');
  if (codes.length > MOST_EXIT_CODES) {
    return [{
      property,
      detail: `ignoredExitCodes (${codes.length} of them) are more than the limit of ECS, which is ${MOST_EXIT_CODES}`,
      fix: `name no more than ${MOST_EXIT_CODES} exit codes`,
    }];
  }
  return each(codes, (fact) => {
    const code = known(fact);
    // Windows has exit codes of 32 bits.
    if ((code >= 0 && code <= GREATEST_EXIT_CODE) || known(family).startsWith('WINDOWS')) return [];
    return [{
      consequence: 'misbehaves',
      property,
      detail: `ignoredExitCodes (${code}) is no exit code of Linux, which go from 0 to ${GREATEST_EXIT_CODE}`,
      fix: 'name the exit code that the process ends with',
    }];
  });
}

function isOn(alarms: { readonly enabled: unknown } | undefined): boolean {
  return alarms !== undefined && known(alarms.enabled) === true;
}
