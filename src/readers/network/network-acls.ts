import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import { orDefault, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { AclRuleFacts } from '../../facts/network-acl';

const ACL = 'AWS::EC2::NetworkAcl';

/** Rules of the network ACL of a subnet; `undefined`: the app associates none with it, and the default one allows all traffic. */
export function readAclRules(subnet: Resource): Fact<readonly AclRuleFacts[] | undefined> {
  const { app } = subnet.template;
  const acl = aclsBySubnet(app).get(subnet);
  if (!acl) return undefined;
  return usedByUnreadParts(app).has(acl) ? new Unknown(MAYBE_EXTENDED) : (entriesByAcl(app).get(acl) ?? []).map(readRule);
}

function readRule({ properties }: Resource): AclRuleFacts {
  const action = required(properties.get('RuleAction').word('allow', 'deny'));
  const block = properties.get('CidrBlock').text();
  return {
    number: required(properties.get('RuleNumber').number()),
    isOutgoing: orDefault(properties.get('Egress').flag(), false),
    isAllowing: action instanceof Unknown ? action : action === 'allow',
    protocol: required(properties.get('Protocol').text()),
    isForAll: block instanceof Unknown ? block : block === '0.0.0.0/0',
    firstPort: properties.at('PortRange', 'From').number(),
    lastPort: properties.at('PortRange', 'To').number(),
  };
}

const aclsBySubnet = memoize((app: App): ReadonlyMap<Resource, Resource> => {
  const found = new Map<Resource, Resource>();
  for (const { properties } of app.ofType('AWS::EC2::SubnetNetworkAclAssociation')) {
    const subnet = resourceIn(properties.get('SubnetId'), 'AWS::EC2::Subnet');
    const acl = resourceIn(properties.get('NetworkAclId'), ACL);
    if (subnet && acl) found.set(subnet, acl);
  }
  return found;
});

const entriesByAcl = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const entry of app.ofType('AWS::EC2::NetworkAclEntry')) {
    const acl = resourceIn(entry.properties.get('NetworkAclId'), ACL);
    if (acl) pushTo(found, acl, entry);
  }
  return found;
});
