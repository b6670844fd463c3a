import { known } from '../../../facts/fact';
import { onService } from '../live-check';

export const sdNamespaceGone = onService({
  id: 'sd-namespace-gone',
  check: ({ live: { namespaces } }) => [...known(namespaces)].filter(([, namespace]) => namespace === undefined).map(([id]) => (isService(id)
    ? {
      property: 'serviceRegistries',
      thing: id,
      detail: `serviceRegistries (${id}) name a Cloud Map service that does not exist, or one in a namespace that does not`,
      fix: 'create the Cloud Map service again, in a namespace that is there, and name it in the service; or remove the registry from the service',
    }
    : { property: 'namespace', thing: id, detail: `namespace (${id}) does not exist in Cloud Map` })),
});

/** A service is registered by the ARN of a Cloud Map service, and connected by that of a namespace. */
function isService(id: string): boolean {
  return /^arn:[^:]+:servicediscovery:.*:service\//.test(id);
}
