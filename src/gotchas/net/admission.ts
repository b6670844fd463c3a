import { known } from '../../facts/fact';
import type { EgressFacts, IngressFacts, SecurityGroupFacts } from '../../facts/security-group';

/** Returns true if security groups allow TCP connections to a port: from any addresses, or from the security groups of the client. */
export function admits(groups: readonly SecurityGroupFacts[], port: number, from: () => readonly SecurityGroupFacts[]): boolean {
  const rules = groups.flatMap(({ ingress }) => known(ingress)).filter((rule) => covers(rule, port));
  if (rules.some(({ fromGroup }) => fromGroup === undefined)) return true;
  const letIn = rules.map(({ fromGroup }) => known(fromGroup));
  return letIn.length > 0 && from().map(({ id }) => known(id)).some((id) => letIn.includes(id));
}

/** Returns true if a rule is for TCP connections to a port, from any source. */
export function covers({ protocol, firstPort, lastPort }: IngressFacts, port: number): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  const first = known(firstPort);
  return ['tcp', '6'].includes(name) && (first === undefined || (first <= port && port <= (known(lastPort) ?? first)));
}

/** Returns true if a rule allows TCP connections out to a port, to any destination. */
export function allowsOut({ protocol, firstPort, lastPort }: EgressFacts, port: number): boolean {
  const name = known(protocol);
  if (name === '-1') return true;
  return ['tcp', '6'].includes(name) && (known(firstPort) ?? 0) <= port && (known(lastPort) ?? known(firstPort) ?? port) >= port;
}
