import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { andOthers } from '../naming';
import { outsideOf, zonesOf } from '../net/zones';

export const gwZoneNotCovered = defineGotcha({
  id: 'gw-zone-not-covered',
  title: 'Tasks in a zone that their ECS gateway is not in',
  consequence: 'never-works',
  symptom: 'Targets stay `unused` with the reason `Target.NotInUse`, and ECS replaces their tasks.',
  why: 'The load balancers of a gateway are in the zones of its subnets, and a load balancer sends nothing to targets in other zones, not even health checks.',
  rule: 'Each zone of the subnets of a service with `gatewayConnectors` is one of the subnets of the gateways that its cluster is associated with. Where only some are not, it is a warning.',
  fix: 'add a subnet in each zone of the service to the gateway',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/gateway-connect-service.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['gatewayPorts'],
  reads: ['gatewaySubnets', 'network'],
  check: ({ gatewayPorts, gatewaySubnets, network }) => gatewayPorts.length === 0 ? [] : each(known(gatewaySubnets), ({ name, subnets }) => {
    const own = known(known(network)?.subnets ?? []);
    const outside = outsideOf(zonesOf(known(subnets)), own);
    return outside.length === 0 ? [] : [{
      property: 'vpcSubnets',
      detail: `subnets (${andOthers(outside.map(({ id }) => known(id)))}) are in a zone that the gateway ${name} is not in`,
      consequence: outside.length < own.length ? 'misbehaves' : 'never-works',
    }];
  }),
});
