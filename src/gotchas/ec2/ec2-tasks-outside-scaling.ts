import type { CapacityFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { strategyOf } from '../strategy';

export const ec2TasksOutsideScaling = defineGotcha({
  id: 'ec2-tasks-outside-scaling',
  title: 'Tasks that managed scaling starts no instance for',
  consequence: 'misbehaves',
  symptom: '`was unable to place a task because no container instance met all of its requirements`, while the Auto Scaling group stays as small as it is.',
  why: 'Managed scaling counts the tasks of its capacity provider. A service with a launch type, or without any strategy, has none: its tasks wait, and no instance is started for them.',
  rule: 'A service on instances that only managed scaling adds has a capacity provider strategy, or its cluster has a default one and the service no `launchType`. Daemons need none.',
  fix: 'name the capacity provider in a capacityProviderStrategy of the service, in place of the launch type',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html',
  levels: ['synth'],
  avoidedBy: '`Ec2WebService` and `Ec2WorkerService` place their tasks by the provider of their `capacity`.',
  subject: 'service',
  needs: ['launchType', 'capacityProviderStrategy', 'schedulingStrategy', 'capacities'],
  reads: ['cluster'],
  check: ({ launchType, capacityProviderStrategy, schedulingStrategy, capacities, cluster }) => {
    if (schedulingStrategy === 'DAEMON' || capacities.length === 0 || (launchType !== undefined && launchType !== 'EC2')) return [];
    if (!capacities.every(isScaled) || strategyOf(launchType, capacityProviderStrategy, cluster).length > 0) return [];
    return [launchType === undefined ? {
      property: 'capacityProviderStrategies',
      detail: 'capacityProviderStrategies (none, of the service and of its cluster) keeps the tasks out of managed scaling, which starts no instance for them',
    } : {
      property: 'launchType',
      detail: `launchType (${launchType}) keeps the tasks out of managed scaling, which starts no instance for them`,
    }];
  },
});

/** True if managed scaling may add instances to the group. */
function isScaled({ managedScaling, minInstances, maxInstances }: CapacityFacts): boolean {
  return known(managedScaling) && (known(maxInstances) ?? 0) > (known(minInstances) ?? 0);
}
