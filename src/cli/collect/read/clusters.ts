import { CannotLook } from '../../verb';
import { CALLS } from '../calls';
import { without, notThere } from '../cannot-look';
import type { Context } from '../context';
import { describe } from '../describe';
import { pageNames } from '../names';
import type { Cluster } from '../shapes';

/** The clusters that were asked for; one that isn't there is for the user to put right. */
export async function readClusters(context: Context, wanted: readonly string[] | 'all'): Promise<Cluster[]> {
  // By its name and by its ARN, a cluster is the same: one region has one of a name.
  const ids = wanted === 'all' ? await listed(context) : [...new Map(wanted.map((id) => [nameOf(id), id])).values()];
  const { aws, region } = context;
  const { found, failed } = await describe(aws, {
    call: CALLS.describeClusters,
    ids,
    read: async (clusters) => {
      const answer = await aws.send(CALLS.describeClusters, {
        clusters: [...clusters], include: ['ATTACHMENTS', 'CONFIGURATIONS', 'SETTINGS', 'STATISTICS'],
      }).catch((error: unknown) => { throw without(error, region); });
      const missing = (answer.failures ?? []).map(({ arn }) => ids.find((id) => id === arn || id === nameOf(arn)));
      return { items: answer.clusters ?? [], missing: missing.filter((id) => id !== undefined) };
    },
    idOf: ({ clusterArn, clusterName }) => ids.find((id) => id === clusterArn || id === clusterName),
  });
  const clusters: Cluster[] = [];
  for (const id of ids) {
    const cluster = found.get(id);
    if (failed.has(id)) throw new CannotLook(`cluster ${nameOf(id)}: ${failed.get(id)}`);
    if (cluster && cluster.status !== 'INACTIVE') clusters.push(cluster);
    else if (wanted !== 'all') throw notThere('cluster', id, region, await names(context));
  }
  return clusters;
}

function nameOf(arn: string | undefined): string | undefined {
  return arn?.split('/').pop();
}

async function listed(context: Context): Promise<string[]> {
  return pageNames(context, CALLS.listClusters, {}, (page) => page.clusterArns);
}

/** For the suggestion: without them there is just none. */
async function names(context: Context): Promise<string[]> {
  try {
    return (await listed(context)).map((arn) => nameOf(arn)!);
  } catch {
    context.aws.signal.throwIfAborted();
    return [];
  }
}
