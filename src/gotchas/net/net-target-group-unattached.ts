import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netTargetGroupUnattached = defineGotcha({
  id: 'net-target-group-unattached',
  title: 'A service registers in a target group that no listener leads to',
  consequence: 'rejected',
  symptom: '`The target group with targetGroupArn … does not have an associated load balancer`, when the service is created.',
  why: 'ECS refuses a service while no listener leads to its target group. CloudFormation creates service and listener at the same time unless one depends on the other.',
  rule: 'A listener or a rule has to forward to each target group of the service. The service has to depend on that listener or rule, else it is a warning.',
  fix: 'forward to the target group from a listener or a rule, and let the service depend on it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  levels: ['synth', 'live'],
  avoidedBy: 'An ingress makes the target group and what forwards to it, and the service waits for both; `Ingress.existingTargetGroup` leaves the listener to you.',
  isObserved: true,
  subject: 'service',
  needs: ['loadBalancers'],
  check: ({ loadBalancers }) => each(loadBalancers, ({ targetGroup, containerName, containerPort, isClassic, attachedFirst }) => {
    if (isClassic === true) return [];
    const target = [containerName, containerPort].filter((part) => typeof part === 'string' || typeof part === 'number').join(':') || 'tasks';
    if (!known(targetGroup.onListener)) return [{ property: 'loadBalancers', detail: `target group (of ${target}) is on no listener` }];
    return known(attachedFirst) ? [] : [{
      property: 'dependsOn',
      detail: `dependsOn (no listener) lets the service start before a listener leads to the target group of ${target}`,
      fix: 'let the service depend on the listener or the rule that forwards to its target group',
      consequence: 'risk',
    }];
  }),
});
