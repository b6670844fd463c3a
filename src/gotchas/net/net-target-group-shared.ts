import { known, knownOf } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netTargetGroupShared = defineGotcha({
  id: 'net-target-group-shared',
  title: 'Two services, or two load balancers, share a target group',
  consequence: 'misbehaves',
  symptom: 'Every other request meets the wrong application; or `The following target groups cannot be associated with more than one load balancer`.',
  why: 'Requests reach tasks of either service at random, and a deployment of one counts, and deregisters, the targets of the other. A target group is for one load balancer: a listener of another one is refused.',
  rule: 'A target group is named by 1 service at most, as its second one too, and the listeners that forward to it are those of 1 load balancer, else AWS refuses the second one.',
  fix: 'create a separate target group for each service, and share the listener with rules',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  levels: ['synth', 'live'],
  avoidedBy: 'An ingress creates a target group for each service; `Ingress.existingTargetGroup` uses an existing one.',
  subject: 'targetGroup',
  needs: [],
  reads: ['services', 'balancers'],
  check: ({ services, balancers }) => all(
    () => known(services) > 1 ? [{ property: 'targets', detail: `services (${known(services)}) register in the same target group` }] : [],
    () => {
      const named = known(balancers).map(({ id }) => id);
      const ids = new Set(knownOf(named));
      // Listeners of load balancers that only the deployment knows may be those of one.
      if (ids.size < 2 && named.length > 1) named.forEach(known);
      if (ids.size < 2) return [];
      return [{
        property: 'targets',
        detail: `load balancers (${ids.size}) have listeners that forward to the same target group`,
        fix: 'create a target group for each load balancer, and register the service in each of them',
        consequence: 'rejected',
      }];
    },
  ),
});
