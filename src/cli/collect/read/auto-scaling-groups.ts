import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveAutoScalingGroup } from '../account';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe, someOf } from '../describe';
import { mapOf } from '../lists';
import type { AutoScalingGroup, CapacityProvider, Cluster } from '../shapes';

/** Activities that show why instances do not launch. */
const RECENT = 10;

/** Auto Scaling groups behind the capacity providers of each cluster, by their ARNs. */
export async function readAutoScalingGroups(
  { aws }: Context, clusters: readonly Cluster[], providersOf: (cluster: Cluster) => Fact<readonly CapacityProvider[]>,
): Promise<(cluster: Cluster) => Fact<ReadonlyMap<string, LiveAutoScalingGroup | undefined>>> {
  const arnsOf = (cluster: Cluster) => {
    const providers = providersOf(cluster);
    return providers instanceof Unknown ? [] : unique(providers.map(({ autoScalingGroupProvider }) => autoScalingGroupProvider?.autoScalingGroupArn));
  };
  const names = unique(clusters.flatMap(arnsOf).map(nameIn));
  const groups = await describe<object, object, AutoScalingGroup>(aws, {
    call: CALLS.describeAutoScalingGroups,
    ids: names,
    read: async (AutoScalingGroupNames) => {
      const { AutoScalingGroups: items = [] } = await aws.send(CALLS.describeAutoScalingGroups, {
        AutoScalingGroupNames: [...AutoScalingGroupNames], MaxRecords: CALLS.describeAutoScalingGroups.batch,
      });
      const there = new Set(items.map(({ AutoScalingGroupName }) => AutoScalingGroupName));
      return { items, missing: AutoScalingGroupNames.filter((name) => !there.has(name)) };
    },
    idOf: ({ AutoScalingGroupName }) => AutoScalingGroupName,
  });
  const activities = await mapOf([...groups.found.keys()], (AutoScalingGroupName) => fact(async () => (
    (await aws.send(CALLS.describeGroupActivities, { AutoScalingGroupName, MaxRecords: RECENT })).Activities ?? [])));
  return (cluster) => {
    const providers = providersOf(cluster);
    if (providers instanceof Unknown) return providers;
    const arns = arnsOf(cluster);
    const own = someOf(groups, arns.map(nameIn));
    if (own instanceof Unknown) return own;
    return new Map(arns.map((arn) => {
      const group = groups.found.get(nameIn(arn));
      return [arn, group && { group, activities: activities.get(nameIn(arn))! }];
    }));
  };
}

function nameIn(arn: string): string {
  return arn.split('autoScalingGroupName/').pop()!;
}
