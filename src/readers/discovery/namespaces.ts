import type { App } from '../../cloudformation/app';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, optional } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { NamespaceUse } from '../../facts/service-connect';

/** The way in which a service or a cluster gets the namespace that one of its properties names. */
export function readNamespaceUse(written: Value, user: Resource): Fact<NamespaceUse> {
  const name = optional(written, identity);
  if (name instanceof Unknown) return name;
  if (name === undefined) return 'none';
  const referred = written.resource();
  if (referred !== undefined && !(referred instanceof Unknown)) return 'awaited';
  const made = (namespaces(user.template.app).get(name) ?? []).filter(({ template }) => template === user.template);
  if (made.length === 0) return 'outside';
  return waitsForOneOf(user, new Set(made)) ? 'awaited' : 'not-awaited';
}

/** The namespaces of the app by their names. */
export const namespaces = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const namespace of app.ofType(...['Http', 'PrivateDns', 'PublicDns'].map((kind) => `AWS::ServiceDiscovery::${kind}Namespace`))) {
    const name = namespace.properties.get('Name').text();
    if (typeof name === 'string') found.set(name, [...(found.get(name) ?? []), namespace]);
  }
  return found;
});
