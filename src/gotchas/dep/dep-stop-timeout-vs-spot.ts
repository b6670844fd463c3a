import { known } from '../../facts/fact';
import type { CapacityProviderItemFacts } from '../../facts/service';
import { all, defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

/** Seconds from the warning of Fargate Spot to the end of the task. */
const WARNING_SECONDS = 120;

export const depStopTimeoutVsSpot = defineGotcha({
  id: 'dep-stop-timeout-vs-spot',
  title: 'Tasks on Fargate Spot do not use the time they have to stop',
  consequence: 'misbehaves',
  symptom: '`Spot Task was interrupted`, exit code 137, and errors 502 or 504 for requests that were running.',
  why: `Fargate Spot warns ${WARNING_SECONDS} s before it ends a task: SIGKILL still follows after stopTimeout, by default after 30 s, `
    + 'and requests that outlast the warning at the load balancer are cut off.',
  rule: 'With `FARGATE_SPOT` in the strategy, essential containers set `stopTimeout` (30 s by default, at most 120 s), and the deregistration delay of the target group is at most 120 s.',
  fix: `set stopTimeout to ${WARNING_SECONDS} s, and the deregistration delay to less`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
  levels: ['synth', 'live'],
  avoidedBy: 'With a `FargateMix` on Spot, containers have 120 s to stop unless they set `stopTimeout`, and a deregistration delay above 90 s is refused.',
  subject: 'service',
  needs: ['capacityProviderStrategy'],
  reads: ['task', 'loadBalancers'],
  check: ({ capacityProviderStrategy, task, loadBalancers }) => !capacityProviderStrategy.some(isSpot) ? [] : all(
    () => each(known(task.containers), (container) => {
      // The log router stops after those it serves.
      if (known(container.stopTimeoutSeconds) !== undefined || !known(container.essential) || known(container.isLogRouter)) return [];
      return [{
        consequence: 'worth-knowing',
        property: ofContainer(container, 'stopTimeout'),
        detail: `stopTimeout (not set) ends ${ofContainer(container)} 30 s after the warning of Fargate Spot, which leaves ${WARNING_SECONDS} s`,
      }];
    }),
    () => each(known(loadBalancers), ({ targetGroup }) => {
      const delay = known(targetGroup.deregistrationDelaySeconds);
      return delay === undefined || delay <= WARNING_SECONDS ? [] : [{
        property: 'targetGroup.deregistrationDelay',
        detail: `deregistrationDelay (${delay} s) is longer than Fargate Spot lets a task live after its warning, which is ${WARNING_SECONDS} s`,
        fix: `set the deregistration delay to less than ${WARNING_SECONDS} s`,
      }];
    }),
  ),
});

function isSpot({ provider, base, weight }: CapacityProviderItemFacts): boolean {
  return known(provider) === 'FARGATE_SPOT' && (known(base) > 0 || known(weight) > 0);
}
