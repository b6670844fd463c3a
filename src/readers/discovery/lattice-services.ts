import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import { referrers } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown } from '../../facts/fact';
import type { LatticeServiceFacts } from '../../facts/service';
import { values } from '../network/vpc-membership';

const SERVICE = 'AWS::VpcLattice::Service';
const NETWORK = 'AWS::VpcLattice::ServiceNetwork';
const LISTENER = 'AWS::VpcLattice::Listener';

/** The services of VPC Lattice whose listeners, or rules of them, forward to each target group. */
export const latticeServices = memoize((app: App): { readonly byGroup: ReadonlyMap<Resource, ReadonlySet<Resource>>; readonly unclear?: Unknown } => {
  const byGroup = new Map<Resource, Set<Resource>>();
  let unclear: Unknown | undefined;
  const routes = [
    ...app.ofType(LISTENER).map(({ properties }) => ({ action: properties.get('DefaultAction'), service: properties.get('ServiceIdentifier') })),
    ...app.ofType('AWS::VpcLattice::Rule').map(({ properties }) => ({ action: properties.get('Action'), service: serviceOfRule(properties) })),
  ];
  for (const { action, service } of routes) {
    const found = resourceIn(service, SERVICE);
    if (!found) unclear = new Unknown(outside(service));
    for (const target of found ? values(action.at('Forward', 'TargetGroups')) : []) {
      const group = resourceIn(target.get('TargetGroupIdentifier'), 'AWS::VpcLattice::TargetGroup');
      if (group) byGroup.set(group, (byGroup.get(group) ?? new Set()).add(found!));
    }
  }
  return { byGroup, unclear };
});

/** A rule names its service itself, or the listener that does. */
function serviceOfRule(rule: Value): Value {
  const own = rule.get('ServiceIdentifier');
  return own.isSet() === false ? resourceIn(rule.get('ListenerIdentifier'), LISTENER)?.properties.get('ServiceIdentifier') ?? own : own;
}

/** A service of VPC Lattice of the app. */
export function readLatticeService(service: Resource): LatticeServiceFacts {
  const { app } = service.template;
  const associations = app.ofType('AWS::VpcLattice::ServiceNetworkServiceAssociation').map(({ properties }) => properties);
  const own = associations.filter((association) => resourceIn(association.get('ServiceIdentifier'), SERVICE) === service);
  const unclear = associations.find((association) => isOpen(association.get('ServiceIdentifier')));
  const networks = own.map((association) => resourceIn(association.get('ServiceNetworkIdentifier'), NETWORK));
  const isElsewhere = sharedOf(app).has(service) || mayBeExtendedElsewhere(service) || (unclear && new Unknown('an association names a service that only the deployment knows'));
  return {
    name: service.logicalId,
    isInNetwork: own.length > 0 || (isElsewhere || false),
    networksWithoutVpc: networks.filter((network) => network !== undefined)
      .filter((network) => !mayHaveVpc(network)).map(({ logicalId }) => logicalId),
  };
}

// An id that is written out is never that of a resource of the app.
function isOpen(value: Value): boolean {
  return value.resource() instanceof Unknown && value.text() instanceof Unknown;
}

/** Services that are shared with other accounts, whose service networks may have them. */
const sharedOf = memoize((app: App): ReadonlySet<Resource | undefined> => new Set(app.ofType('AWS::RAM::ResourceShare')
  .flatMap(({ properties }) => values(properties.get('ResourceArns')).map((arn) => resourceIn(arn, SERVICE)))));

/** A network of the app has a VPC by an association or by an endpoint, or it is exposed to others that may add one. */
function mayHaveVpc(network: Resource): boolean {
  const { app } = network.template;
  if (mayBeExtendedElsewhere(network)) return true;
  const unclear = app.ofType('AWS::VpcLattice::ServiceNetworkVpcAssociation')
    .some(({ properties }) => isOpen(properties.get('ServiceNetworkIdentifier')));
  const users = [...referrers(app).get(network)?.resources ?? []];
  return unclear || users.some(({ type }) => type !== 'AWS::VpcLattice::ServiceNetworkServiceAssociation' && !PARTS.has(type));
}

/** Parts of a service network that connect it with no VPC. */
const PARTS = new Set(['AWS::VpcLattice::AuthPolicy', 'AWS::VpcLattice::AccessLogSubscription', 'AWS::CloudWatch::Alarm']);
