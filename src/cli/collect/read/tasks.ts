import type { Cluster, Task } from '../shapes';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allOf, describe } from '../describe';
import { allPages } from '../pages';
import { Unknown } from '../../../facts/fact';

/** Above this many services, one list of the whole cluster is less than one list for each. */
const FEW_SERVICES = 10;

/**
 * Tasks of a cluster, by what they should be at.
 *
 * @param services names, where only some are wanted
 */
export async function readTasks(
  { aws, say }: Context, cluster: Cluster, desiredStatus: 'RUNNING' | 'STOPPED', services?: readonly string[],
): Promise<Task[]> {
  const list = (serviceName?: string) => allPages(
    aws, CALLS.listTasks, { cluster: cluster.clusterArn, desiredStatus, ...serviceName !== undefined && { serviceName } }, (page) => page.taskArns,
  );
  const ids = services && services.length <= FEW_SERVICES ? (await Promise.all(services.map(list))).flat() : await list();
  const described = allOf(await describe(aws, {
    call: CALLS.describeTasks,
    ids,
    read: async (tasks) => {
      const answer = await aws.send(CALLS.describeTasks, { cluster: cluster.clusterArn, tasks: [...tasks] });
      // A task that is gone between the two calls is of no use.
      return { items: answer.tasks ?? [], missing: (answer.failures ?? []).map(({ arn }) => arn!) };
    },
    idOf: ({ taskArn }) => taskArn,
    onAnswered: (count) => say(`${cluster.clusterName}: ${count} of ${ids.length} ${desiredStatus.toLowerCase()} tasks`),
  }));
  if (described instanceof Unknown) throw new Error(described.reason);
  return [...described.values()];
}
