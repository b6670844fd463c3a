import type { LiveNetwork } from '../../cli/collect/account';
import type { NetworkAcl } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { rollingOut, withLive } from '../fixtures/recorded/changed';
import { network } from '../fixtures/recorded/healthy';

type Entry = NonNullable<NetworkAcl['Entries']>[number];

const DENY_REST = [true, false].map((Egress): Entry => ({ Egress, RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' }));
const out = (From: number, To: number, change: Partial<Entry> = {}): Entry => ({ Egress: true, RuleNumber: 100, Protocol: '6', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', PortRange: { From, To }, ...change });
const back = (From: number, To: number, change: Partial<Entry> = {}): Entry => out(From, To, { Egress: false, ...change });

function withAcls(acls: LiveNetwork['acls'], change: Partial<LiveNetwork> = {}) {
  return withLive({ network: { ...network, acls, ...change } }, { runningCount: 0, deployments: [rollingOut()] });
}

const withEntries = (entries: readonly Entry[], change: Partial<LiveNetwork> = {}) => withAcls([
  { NetworkAclId: 'acl-1', Associations: [{ SubnetId: 'subnet-a' }, { SubnetId: 'subnet-b' }], Entries: [...entries, ...DENY_REST] },
], change);

export const cases: readonly LiveCase[] = [
  { name: 'no answer comes back', caught: true, account: withEntries([out(443, 443), back(443, 443)]) },
  { name: 'no request gets out', caught: true, account: withEntries([out(80, 80), back(1024, 65535)]) },
  { name: 'a rule that denies has the lower number', caught: true, account: withEntries([out(443, 443, { RuleAction: 'deny', RuleNumber: 50 }), out(0, 65535), back(1024, 65535)]) },
  { name: 'addresses of the VPC alone', caught: true, account: withEntries([out(0, 65535, { CidrBlock: '10.0.0.0/16' }), back(1024, 65535)]) },
  { name: 'HTTPS and its answers', caught: false, account: withEntries([out(443, 443), back(1024, 65535)]) },
  { name: 'the ports of answers on Linux', caught: false, account: withEntries([out(443, 443), back(32768, 61000)]) },
  { name: 'all protocols', caught: false, account: withEntries([out(0, 0, { Protocol: '-1', PortRange: undefined }), back(0, 0, { Protocol: '-1', PortRange: undefined })]) },
  { name: 'some addresses of the internet', caught: false, account: withEntries([out(443, 443, { CidrBlock: '52.0.0.0/8' }), back(1024, 65535)]) },
  { name: 'no route to the internet', caught: false, account: withEntries([], { routeTables: [] }) },
  { name: 'network ACLs that were not read', caught: false, account: withAcls(new Unknown('ec2:DescribeNetworkAcls is denied: allow it')) },
];
