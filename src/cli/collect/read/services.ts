import { CannotLook, isCannotLook } from '../../verb';
import type { NotRead } from '../account';
import { CALLS } from '../calls';
import { deniedAction } from '../call-failed';
import { notThere } from '../cannot-look';
import type { Context } from '../context';
import { describe } from '../describe';
import { pageNames } from '../names';
import type { Cluster, Service } from '../shapes';

/** Events that show the state of a service; ECS returns a hundred of each. */
const EVENTS = 30;

export interface ReadServices {
  readonly services: readonly Service[];
  readonly notRead: readonly NotRead[];
  /** Names of every service of the cluster, read or not; `undefined` where some may be missing. */
  readonly names?: readonly string[];
  /** Nothing of the cluster was read. */
  readonly failure?: CannotLook;
}

/** The services of several clusters. A cluster that can't be read is a gap beside others, and ends the run if there is no other. */
export async function readAllServices(context: Context, clusters: readonly Cluster[], named?: readonly string[]): Promise<readonly ReadServices[]> {
  const all = await Promise.all(clusters.map((cluster) => readServices(context, cluster, named).catch((error: unknown): ReadServices => {
    if (!isCannotLook(error)) throw error;
    return { services: [], notRead: [{ name: 'its services', reason: error.message }], failure: error };
  })));
  const [failure] = all.map((one) => one.failure);
  if (failure && all.every((one) => one.failure)) throw failure;
  return all;
}

/** Every service of a cluster, or those that are named and in it. */
async function readServices(context: Context, cluster: Cluster, named?: readonly string[]): Promise<ReadServices> {
  const { aws } = context;
  const notRead: NotRead[] = [];
  const ids = named ?? await listServices(context, cluster, notRead);
  const { found, missing, failed } = await describe(aws, {
    call: CALLS.describeServices,
    ids,
    read: (batch) => describeBatch(context, cluster, batch),
    idOf: idIn(new Set(ids)),
    listed: !named,
    isDeniedById: true,
    onAnswered: (count) => context.say(`${cluster.clusterName}: ${count} of ${ids.length} services`),
  });
  for (const [id, reason] of failed) notRead.push({ name: nameOf(id), reason });
  const failure = ids.length > 0 && failed.size === ids.length ? noneRead(cluster, [...failed.values()][0]) : undefined;
  if (!named) for (const id of missing) notRead.push({ name: nameOf(id), reason: 'ListServices lists it and DescribeServices reports it as missing: it is new or just deleted' });
  const services = [...found.values()].filter(({ status }) => status !== 'INACTIVE');
  services.sort((a, b) => (a.serviceName! < b.serviceName! ? -1 : 1));
  return { services, notRead, names: named || ids.length < (cluster.activeServicesCount ?? 0) ? undefined : ids.map(nameOf), failure };
}

/** Names that are in none of the clusters, for the user to put right. */
export async function checkNamed(
  context: Context, clusters: readonly Cluster[], named: readonly string[], read: readonly ReadServices[],
): Promise<void> {
  for (const name of named) {
    const isRead = ({ services, notRead }: ReadServices) => services.some(idIn(new Set([name]))) || notRead.some((gap) => gap.name === nameOf(name));
    if (read.some(isRead)) continue;
    const lists = await Promise.all(clusters.map((cluster) => serviceArns(context, cluster).catch(() => [])));
    context.aws.signal.throwIfAborted();
    throw notThere('service', name, clusters.map(({ clusterName }) => clusterName).join(', ') || context.region, lists.flat().map(nameOf));
  }
}

/** ECS counts services on its own: a list that is shorter has lost some. */
async function listServices(context: Context, cluster: Cluster, notRead: NotRead[]): Promise<string[]> {
  const names = new Set(await serviceArns(context, cluster));
  const expected = cluster.activeServicesCount ?? 0;
  if (names.size < expected) for (const name of await serviceArns(context, cluster)) names.add(name);
  if (names.size < expected) {
    notRead.push({ name: `${expected - names.size} of ${expected} services`, reason: 'the cluster counts more active services than ListServices names' });
  }
  return [...names].sort();
}

function serviceArns(context: Context, cluster: Cluster): Promise<string[]> {
  return pageNames(context, CALLS.listServices, { cluster: cluster.clusterArn }, (page) => page.serviceArns);
}

function noneRead({ clusterName }: Cluster, reason: string): CannotLook {
  return new CannotLook(deniedAction(reason) === undefined ? `cluster ${clusterName}: ${reason}` : `${reason}; --print-policy prints all that the doctor may need`);
}

async function describeBatch({ aws }: Context, cluster: Cluster, batch: readonly string[]) {
  const answer = await aws.send(CALLS.describeServices, { cluster: cluster.clusterArn, services: [...batch], include: ['TAGS'] });
  return {
    items: (answer.services ?? []).map((service) => ({ ...service, events: service.events?.slice(0, EVENTS) })),
    missing: (answer.failures ?? []).flatMap(({ arn }) => batch.filter((id) => arn !== undefined && nameOf(id) === nameOf(arn))),
  };
}

/** Id by which a service was requested. */
function idIn(ids: ReadonlySet<string>): (service: Service) => string | undefined {
  return ({ serviceArn = '', serviceName = '' }) => [serviceArn, serviceName].find((id) => ids.has(id));
}

function nameOf(id: string): string {
  return id.split('/').pop()!;
}
