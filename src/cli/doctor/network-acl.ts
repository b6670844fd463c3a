import type { NetworkAcl } from '../collect/shapes';

type Entry = NonNullable<NetworkAcl['Entries']>[number];

const TCP = '6';
const ALL = '-1';

/** Returns true if a network ACL is sure to stop TCP packets to or from the internet on one of the ports. */
export function blocks(entries: readonly Entry[], direction: 'in' | 'out', ports: readonly number[]): boolean {
  const rules = entries.filter(({ Egress, CidrBlock, Protocol }) => Egress === (direction === 'out') && CidrBlock !== undefined && (Protocol === TCP || Protocol === ALL))
    .sort((one, other) => (one.RuleNumber ?? 0) - (other.RuleNumber ?? 0));
  return ports.some((port) => isStopped(rules.filter((rule) => includes(rule, port))));
}

function isStopped(rules: readonly Entry[]): boolean {
  for (const { CidrBlock = '', RuleAction } of rules) {
    if (CidrBlock === '0.0.0.0/0') return RuleAction === 'deny';
    // The registry may be among the addresses.
    if (RuleAction === 'allow' && !isPrivate(CidrBlock)) return false;
  }
  return true;
}

function includes({ Protocol, PortRange }: Entry, port: number): boolean {
  return Protocol === ALL || PortRange === undefined || ((PortRange.From ?? 0) <= port && port <= (PortRange.To ?? 65535));
}

function isPrivate(cidr: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(cidr);
}
