import { attachmentsTo, readBeforeGateway } from '../order/creation-risks';
import { readBeforeRoute } from '../order/early-instances';
import { endpointsOf, interfaceEndpointsOf } from './networks';
import { readEndpointNeighbours, readRuleNeighbours } from './vpc-membership';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { orDefault, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { VpcFacts } from '../../facts/vpc';

const VPC = 'AWS::EC2::VPC';

/** A VPC of the app. */
export function readVpc(resource: Resource): VpcFacts {
  const { app } = resource.template;
  return {
    dnsSupport: orDefault(resource.properties.get('EnableDnsSupport').flag(), true),
    dnsHostnames: orDefault(resource.properties.get('EnableDnsHostnames').flag(), false),
    privateDnsEndpoints: count(interfaceEndpointsOf(resource).map(({ privateDns }) => privateDns)),
    privateNamespaces: namespacesByVpc(app).get(resource) ?? 0,
    neighbours: [...endpointsOf(resource).flatMap((endpoint) => readEndpointNeighbours(endpoint, resource)), ...readRuleNeighbours(resource)],
    beforeGateway: readBeforeGateway(resource),
    gatewayAttachments: attachmentsTo(resource).map(({ logicalId }) => logicalId),
    beforeRoute: readBeforeRoute(resource),
    hasMountTargets: vpcsWithMountTargets(app).has(resource),
  };
}

function count(facts: readonly Fact<boolean>[]): Fact<number> {
  const sure = facts.filter((fact) => fact === true).length;
  return sure > 0 ? sure : facts.find((fact) => fact instanceof Unknown) as Unknown | undefined ?? 0;
}

const namespacesByVpc = memoize((app: App) => {
  const found = new Map<Resource, number>();
  for (const { properties } of app.ofType('AWS::ServiceDiscovery::PrivateDnsNamespace')) {
    const vpc = resourceIn(properties.get('Vpc'), VPC);
    if (vpc) found.set(vpc, (found.get(vpc) ?? 0) + 1);
  }
  return found;
});

const vpcsWithMountTargets = memoize((app: App): ReadonlySet<Resource | undefined> => new Set(app.ofType('AWS::EFS::MountTarget')
  .map(({ properties }) => resourceIn(properties.get('SubnetId'), 'AWS::EC2::Subnet'))
  .map((subnet) => subnet && resourceIn(subnet.properties.get('VpcId'), VPC))));
