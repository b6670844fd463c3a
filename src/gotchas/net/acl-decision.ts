import { known, NotKnown } from '../../facts/fact';
import type { AclRuleFacts } from '../../facts/network-acl';

/**
 * Returns true if a network ACL allows TCP in one direction on a port, whatever the address. Ends the check where an earlier rule for some addresses
 * decides otherwise: they may be those that count.
 */
export function aclAllows(rules: readonly AclRuleFacts[], isOutgoing: boolean, port: number): boolean {
  const inOrder = rules.filter((rule) => known(rule.isOutgoing) === isOutgoing).sort((one, other) => known(one.number) - known(other.number));
  const earlier: boolean[] = [];
  for (const rule of inOrder) {
    if (!coversPort(rule, port)) continue;
    if (known(rule.isForAll)) return decided(known(rule.isAllowing), earlier);
    earlier.push(known(rule.isAllowing));
  }
  return decided(false, earlier);
}

function decided(allows: boolean, earlier: readonly boolean[]): boolean {
  if (earlier.includes(!allows)) throw new NotKnown('a rule of the network ACL is for some addresses alone');
  return allows;
}

function coversPort({ protocol, firstPort, lastPort }: AclRuleFacts, port: number): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  const first = known(firstPort);
  return name === '6' && (first === undefined || (first <= port && port <= (known(lastPort) ?? first)));
}
