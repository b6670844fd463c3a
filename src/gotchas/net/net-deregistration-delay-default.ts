import { known, knownOf } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netDeregistrationDelayDefault = defineGotcha({
  id: 'net-deregistration-delay-default',
  title: 'Each task that is replaced waits five minutes for its load balancer',
  consequence: 'worth-knowing',
  symptom: 'Each deployment takes at least five minutes, with old tasks whose targets are `draining`.',
  why: 'ECS stops a task only after the deregistration delay of its target group, 300 s unless set: every deployment and scale-in waits for it.',
  rule: 'Each target group that a service registers in has to set `deregistrationDelay`, 0 to 3600 s. Any value that is set is taken for one that was chosen.',
  fix: 'set deregistrationDelay to the longest that a request takes, often 30 s',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The target groups of our services have a delay of 30 s.',
  subject: 'service',
  needs: ['loadBalancers'],
  check: ({ loadBalancers }) => each(loadBalancers, ({ targetGroup, containerName, containerPort }) => {
    if (known(targetGroup.deregistrationDelaySeconds) !== undefined) return [];
    const targets = knownOf<string | number | undefined>([containerName, containerPort]).join(':');
    return [{ property: 'deregistrationDelay', detail: `deregistrationDelay (not set) of the target group of ${targets || 'tasks'} is 300 s` }];
  }),
});
