import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allOf, describe } from '../describe';
import { groupBy } from '../lists';
import { allPages } from '../pages';
import type { Cluster, Task } from '../shapes';

/** Above this many services, one list of the whole cluster is less than one list for each. */
const FEW_SERVICES = 10;

/**
 * Tasks of a cluster, by what they should be at.
 *
 * @param services names, where only some are wanted
 */
export function readTasks(
  { aws, say }: Context, cluster: Cluster, desiredStatus: 'RUNNING' | 'STOPPED', services?: readonly string[],
): Promise<Fact<readonly Task[]>> {
  const list = (serviceName?: string) => allPages(
    aws, CALLS.listTasks, { cluster: cluster.clusterArn, desiredStatus, ...serviceName !== undefined && { serviceName } }, (page) => page.taskArns,
  );
  return fact(async () => {
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
    return described instanceof Unknown ? described : [...described.values()];
  });
}

/** Tasks by the name of the service that started them. */
export function byService(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  return groupBy(tasks, ({ group }) => /^service:(.+)$/.exec(group ?? '')?.[1]);
}
