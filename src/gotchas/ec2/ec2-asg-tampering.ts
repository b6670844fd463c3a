import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const ec2AsgTampering = defineGotcha({
  id: 'ec2-asg-tampering',
  title: 'The group of instances cannot follow managed scaling',
  consequence: 'misbehaves',
  symptom: 'Tasks stay in `PROVISIONING`, or the number of instances goes up and down without an end.',
  why: 'Managed scaling sets the number of instances by a policy of its own: a second policy works against it, weights make it count wrong, and a largest size of 0 keeps every task in PROVISIONING.',
  rule: '`maxSize` of the Auto Scaling group is above 0. With managed scaling on, no scaling policy of the app is for the group, its instance types have no `weightedCapacity`, and `desiredCapacity` is left out. '
    + 'A `minSize` that is `maxSize` is worth knowing. Instances of a warm pool have `ECS_WARM_POOLS_CHECK=true` in the settings of the agent.',
  fix: 'leave the number of instances to managed scaling, and set a maximum size above 0',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The group of `Ec2Capacity` has managed scaling alone, no weights and room for one instance at least.',
  subject: 'capacity',
  needs: [],
  reads: ['managedScaling', 'foreignPolicies', 'weighted', 'maxInstances', 'minInstances', 'setsDesiredCapacity', 'hasWarmPool', 'agentSettings'],
  check: ({
    managedScaling, foreignPolicies, weighted, maxInstances, minInstances, setsDesiredCapacity, hasWarmPool, agentSettings,
  }) => all(
    () => known(maxInstances) === 0 ? [{ property: 'maxSize', consequence: 'never-works', detail: 'maxSize (0) of the Auto Scaling group never lets an instance start', fix: 'set maxSize to 1 or more' }] : [],
    () => known(foreignPolicies) > 0 && known(managedScaling) ? [{
      property: 'scalingPolicy',
      detail: `scalingPolicy (${known(foreignPolicies)} of the app) works against managed scaling of the same group`,
      fix: 'remove the scaling policy, or turn managed scaling off',
    }] : [],
    () => known(weighted) && known(managedScaling) ? [{
      property: 'mixedInstancesPolicy',
      detail: 'weightedCapacity (set) is ignored by managed scaling',
      fix: 'remove the weights of the instance types',
    }] : [],
    () => known(setsDesiredCapacity) && known(managedScaling) ? [{
      property: 'desiredCapacity',
      detail: 'desiredCapacity (set) puts the group back to this number with an update, while tasks run on the instances that managed scaling added',
      fix: 'leave desiredCapacity out',
    }] : [],
    () => !known(maxInstances) || known(minInstances) !== known(maxInstances) || !known(managedScaling) ? [] : [{
      property: 'maxSize',
      consequence: 'worth-knowing',
      detail: `maxSize (${known(maxInstances)}) is minSize too, so managed scaling has nothing to change`,
      fix: 'raise maxSize above minSize, or turn managed scaling off',
    }],
    () => !known(hasWarmPool) || known(agentSettings).get('ECS_WARM_POOLS_CHECK') === 'true' ? [] : [{
      property: 'userData',
      detail: 'ECS_WARM_POOLS_CHECK (not true) lets instances join the cluster from the warm pool, and get tasks before they stop',
      fix: 'write ECS_WARM_POOLS_CHECK=true to /etc/ecs/ecs.config in the user data',
    }],
  ),
});
