import { readReferredSubnet } from './networks';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { list, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { GatewayAssociation, GatewayFacts, GatewaySubnetsFacts } from '../../facts/gateway';

const CLUSTER = 'AWS::ECS::Cluster';

/** A gateway of the app. */
export function readGateway({ properties }: Resource): GatewayFacts {
  const balancer = properties.at('Configuration', 'HostSharedAlb');
  return { protocol: orDefault(balancer.get('Protocol').text(), 'HTTPS'), port: orDefault(balancer.get('Port').number(), 443) };
}

/** Association of the cluster of a service with a gateway. */
export function readGatewayAssociation(service: Resource): Fact<GatewayAssociation> {
  const { app } = service.template;
  const name = service.properties.get('Cluster');
  const cluster = resourceIn(name, CLUSTER);
  if (!cluster) return new Unknown(name.isSet() === false ? 'the default cluster of the account is meant' : outside(name));
  const answers = app.ofType('AWS::ECS::GatewayClusterAssociations').map((association) => ({
    association, isOfCluster: namesCluster(association.properties.get('Cluster'), cluster),
  }));
  const associations = answers.filter(({ isOfCluster }) => isOfCluster === true).map(({ association }) => association);
  // Stacks have an order of their own, which other facts decide.
  if (associations.some(({ template }) => template !== service.template)) return 'awaited';
  if (associations.length > 0) return waitsForOneOf(service, new Set(associations)) ? 'awaited' : 'not-awaited';
  const unclear = answers.map(({ isOfCluster }) => isOfCluster).find((answer) => answer instanceof Unknown);
  if (unclear || usedByUnreadParts(app).has(cluster)) return (unclear as Unknown | undefined) ?? new Unknown(MAYBE_EXTENDED);
  return app.ofType('AWS::ECS::Gateway').length > 0 ? 'none' : 'outside';
}

/** The gateways of the app that the cluster of a service is associated with. */
export function readGatewaySubnets(service: Resource): Fact<readonly GatewaySubnetsFacts[]> {
  const name = service.properties.get('Cluster');
  const cluster = resourceIn(name, CLUSTER);
  if (!cluster) return new Unknown(outside(name));
  return service.template.app.ofType('AWS::ECS::GatewayClusterAssociations')
    .filter(({ properties }) => namesCluster(properties.get('Cluster'), cluster) === true)
    .flatMap(({ properties }) => {
      const gateway = resourceIn(properties.get('Gateway'), 'AWS::ECS::Gateway');
      const subnets = gateway?.properties.at('Configuration', 'HostSharedAlb', 'NetworkConfiguration', 'Subnets');
      return gateway && subnets ? [{ name: gateway.logicalId, subnets: subnets.isSet() === false ? new Unknown('the gateway is in the default VPC') : list(subnets, readReferredSubnet) }] : [];
    });
}

/** An association names its cluster by a reference, by its ARN or by its name. */
function namesCluster(value: Value, cluster: Resource): Fact<boolean> {
  const referred = value.resource();
  if (referred !== undefined && !(referred instanceof Unknown)) return referred === cluster;
  const text = value.text();
  if (text === undefined || text instanceof Unknown) return text ?? false;
  const name = cluster.properties.get('ClusterName').text();
  return name instanceof Unknown ? name : name !== undefined && text.split('/').at(-1) === name;
}
