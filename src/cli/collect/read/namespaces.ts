import { Unknown, type Fact } from '../../../facts/fact';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { mapOf } from '../lists';
import { allPages } from '../pages';
import type { Cluster, Namespace, Service } from '../shapes';

/** Namespaces of each service: that of Service Connect, and that of each of its Cloud Map services. */
export async function readNamespaces(
  context: Context, services: readonly Service[], clusterOf: (service: Service) => Cluster,
): Promise<(service: Service) => Fact<ReadonlyMap<string, Namespace | undefined>>> {
  const references = (service: Service) => unique([connectNamespace(service, clusterOf(service)), ...registryArns(service)]);
  const all = unique(services.flatMap(references));
  const account = services[0]?.serviceArn?.split(':')[4];
  const byName = all.some((reference) => kindOf(reference) === 'name') ? await fact(() => listNamespaces(context)) : [];
  const byId = new Map<string, Promise<Namespace | undefined>>();
  const read = await mapOf(all, (reference) => fact(async () => {
    if (kindOf(reference) === 'name') return byName instanceof Unknown ? byName : byName.find(({ Name }) => Name === reference);
    const id = kindOf(reference) === 'registry' ? await namespaceOf(context, reference, account) : reference;
    if (id === undefined) return undefined;
    if (!byId.has(id)) byId.set(id, getNamespace(context, id, account));
    return byId.get(id)!;
  }));
  return (service) => {
    const own = references(service);
    const unknown = own.map((reference) => read.get(reference)).find((one) => one instanceof Unknown);
    return unknown ?? new Map(own.map((reference) => [reference, read.get(reference) as Namespace | undefined]));
  };
}

function connectNamespace({ deployments = [] }: Service, { serviceConnectDefaults }: Cluster): string | undefined {
  const connect = deployments.find(({ status }) => status === 'PRIMARY')?.serviceConnectConfiguration;
  return connect?.enabled ? connect.namespace ?? serviceConnectDefaults?.namespace : undefined;
}

function registryArns({ serviceRegistries = [] }: Service): (string | undefined)[] {
  return serviceRegistries.map(({ registryArn }) => registryArn);
}

function kindOf(reference: string): 'registry' | 'namespace' | 'name' {
  if (/^arn:.*:service\/srv-/.test(reference)) return 'registry';
  return /^arn:|^ns-/.test(reference) ? 'namespace' : 'name';
}

async function namespaceOf({ aws }: Context, registryArn: string, account: string | undefined): Promise<string | undefined> {
  const answer = await orMissing(() => aws.send(CALLS.getDiscoveryService, { Id: idIn(registryArn, account) }));
  return answer?.Service?.NamespaceId ?? answer?.Service?.DnsConfig?.NamespaceId;
}

async function getNamespace({ aws }: Context, reference: string, account: string | undefined): Promise<Namespace | undefined> {
  const answer = await orMissing(() => aws.send(CALLS.getNamespace, { Id: idIn(reference, account) }));
  return answer?.Namespace;
}

/** The id, but the whole ARN of what another account shares. */
function idIn(reference: string, account: string | undefined): string {
  const owner = reference.split(':')[4];
  return owner === undefined || owner === account ? reference.split('/').pop()! : reference;
}

function listNamespaces({ aws }: Context): Promise<Namespace[]> {
  return allPages(aws, CALLS.listNamespaces, {}, (page) => page.Namespaces);
}
