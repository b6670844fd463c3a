import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { andOthers } from '../naming';
import { outsideOf, zonesOf } from './zones';

export const netLbAzNotEnabled = defineGotcha({
  id: 'net-lb-az-not-enabled',
  title: 'Tasks in a zone that their load balancer is not in',
  consequence: 'never-works',
  symptom: 'Targets stay `unused` with the reason `Target.NotInUse`, and ECS replaces their tasks.',
  why: 'A load balancer sends nothing to targets outside of its zones, not even health checks, so that their tasks never turn healthy.',
  rule: 'Each zone of the subnets of the service has to be one of the load balancer. Where only some are not, it is a warning.',
  fix: 'add a subnet in each zone of the service to the load balancer',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['loadBalancers', 'network'],
  check: ({ loadBalancers, network }) => !network ? [] : each(loadBalancers, ({ targetGroup }) => each(known(targetGroup.balancers), (balancer) => {
    const own = known(network.subnets);
    const outside = outsideOf(zonesOf(known(balancer.subnets)), own);
    return outside.length === 0 ? [] : [{
      property: 'vpcSubnets',
      detail: `subnets (${andOthers(outside.map(({ id }) => known(id)))}) are in a zone that the load balancer is not in`,
      consequence: outside.length < own.length ? 'misbehaves' : 'never-works',
    }];
  })),
});
