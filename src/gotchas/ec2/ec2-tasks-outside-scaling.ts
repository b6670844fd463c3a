import type { CapacityFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';
import { beginsAtZero } from './begins-at-zero';
import { defineGotcha } from '../definition';
import { strategyOf } from '../strategy';

export const ec2TasksOutsideScaling = defineGotcha({
  id: 'ec2-tasks-outside-scaling',
  title: 'A service that managed scaling adds no instance for',
  consequence: 'misbehaves',
  symptom: '`was unable to place a task because no container instance met all of its requirements`, while the Auto Scaling group stays as small as it is.',
  why: 'Managed scaling counts the tasks of its capacity provider. A service with a launch type, or without any strategy, has none: its tasks share the instances that are there, and no other is started for them.',
  rule: 'A service on instances of which managed scaling alone adds more has a capacity provider strategy, or its cluster has a default one and the service no `launchType`. Daemons need none. The launch type on a group that begins at 0 is `ec2-launch-type-from-zero`.',
  fix: 'name the capacity provider in a capacityProviderStrategy of the service, in place of the launch type',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html',
  levels: ['synth'],
  avoidedBy: '`Ec2WebService` and `Ec2WorkerService` place their tasks by the provider of their `capacity`.',
  subject: 'service',
  needs: ['launchType', 'capacityProviderStrategy', 'schedulingStrategy', 'capacities'],
  reads: ['cluster'],
  check: ({ launchType, capacityProviderStrategy, schedulingStrategy, capacities, cluster }) => {
    if (schedulingStrategy === 'DAEMON' || capacities.length === 0 || (launchType !== undefined && launchType !== 'EC2')) return [];
    if (!capacities.every(isScaled) || (launchType === 'EC2' && capacities.every(beginsAtZero)) || strategyOf(launchType, capacityProviderStrategy, cluster).length > 0) return [];
    return [launchType === undefined ? {
      property: 'capacityProviderStrategies',
      detail: 'capacityProviderStrategies (none, of the service and of its cluster) keeps the tasks out of managed scaling, which adds no instance for them',
    } : {
      property: 'launchType',
      detail: `launchType (${launchType}) keeps the tasks out of managed scaling, which adds no instance for them`,
    }];
  },
});

/** True if managed scaling may add instances to the group, and nothing else does. */
function isScaled({ managedScaling, minInstances, maxInstances, foreignPolicies, schedules }: CapacityFacts): boolean {
  return known(managedScaling) && (known(maxInstances) ?? 0) > (known(minInstances) ?? 0)
    && known(foreignPolicies) === 0 && known(schedules).length === 0;
}
