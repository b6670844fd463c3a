import { known } from '../../facts/fact';
import type { EgressFacts, IngressFacts, SecurityGroupFacts } from '../../facts/security-group';

export type Transport = 'tcp' | 'udp';

const NAMES: Readonly<Record<Transport, readonly string[]>> = { tcp: ['tcp', '6'], udp: ['udp', '17'] };

/** Returns true if security groups allow connections to a port: from any addresses, or from the security groups of the client. */
export function admits(
  groups: readonly SecurityGroupFacts[], port: number, from: () => readonly SecurityGroupFacts[], transport: Transport = 'tcp',
): boolean {
  const rules = groups.flatMap(({ ingress }) => known(ingress)).filter((rule) => covers(rule, port, transport));
  if (rules.some(({ fromGroup }) => fromGroup === undefined)) return true;
  const letIn = rules.map(({ fromGroup }) => known(fromGroup));
  return letIn.length > 0 && from().map(({ id }) => known(id)).some((id) => letIn.includes(id));
}

/** Returns true if a rule is for connections to a port, from any source. */
export function covers({ protocol, firstPort, lastPort }: IngressFacts, port: number, transport: Transport = 'tcp'): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  const first = known(firstPort);
  return NAMES[transport].includes(name) && (first === undefined || (first <= port && port <= (known(lastPort) ?? first)));
}

/** Returns true if a rule allows connections out to a port, to any destination. */
export function allowsOut({ protocol, firstPort, lastPort }: EgressFacts, port: number, transport: Transport = 'tcp'): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  return NAMES[transport].includes(name) && (known(firstPort) ?? 0) <= port && (known(lastPort) ?? known(firstPort) ?? port) >= port;
}
