import { anyKnown, known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const MOST_CONSTRAINTS = 10;
const MOST_STRATEGIES = 5;
const ZONES = ['attribute:ecs.availability-zone', 'ecs.availability-zone'];

export const ec2PlacementOverconstrained = defineGotcha({
  id: 'ec2-placement-overconstrained',
  title: 'The rules for where tasks are placed leave too little room',
  consequence: 'rejected',
  symptom: '`was unable to place a task because no container instance met all of its requirements`',
  why: 'Each rule leaves fewer instances to choose from; with distinctInstance no more tasks are placed than there are instances. ECS limits the number of rules.',
  rule: 'A service on Fargate has no `placementConstraints` and no `placementStrategies`. Another has at most 10 `placementConstraints` and 5 `placementStrategies`. With `distinctInstance`, the instances there can be are no fewer than the tasks. Behind a load balancer one strategy spreads over `attribute:ecs.availability-zone`.',
  fix: 'remove rules for where tasks are placed, or let there be more instances',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['placementConstraints', 'placementStrategies'],
  reads: ['onFargate', 'capacities', 'desiredCount', 'scaling', 'loadBalancers'],
  check: ({ onFargate, placementConstraints, placementStrategies, capacities, desiredCount, scaling, loadBalancers }) => all(
    () => {
      if (placementConstraints.length + placementStrategies.length === 0 || !known(onFargate)) return [];
      const [property, count] = placementStrategies.length > 0 ? ['placementStrategies', placementStrategies.length] : ['placementConstraints', placementConstraints.length];
      return [{ property, detail: `${property} (${count}) are for instances, and the service runs on Fargate`, fix: `leave ${property} out: Fargate spreads tasks over zones by itself` }];
    },
    () => {
      const count = placementConstraints.length;
      return count <= MOST_CONSTRAINTS ? [] : [{
        property: 'placementConstraints',
        detail: `placementConstraints (${count}) are more than ${MOST_CONSTRAINTS}`,
        fix: `leave ${MOST_CONSTRAINTS} constraints at most`,
      }];
    },
    () => placementStrategies.length <= MOST_STRATEGIES ? [] : [{
      property: 'placementStrategies',
      detail: `placementStrategies (${placementStrategies.length}) are more than ${MOST_STRATEGIES}`,
      fix: `leave ${MOST_STRATEGIES} strategies at most`,
    }],
    () => {
      if (placementConstraints.length === 0 || known(capacities).length === 0) return [];
      if (!anyKnown(placementConstraints, (constraint) => known(constraint) === 'distinctInstance')) return [];
      const most = known(capacities).reduce((sum, { maxInstances }) => sum + (known(maxInstances) ?? Infinity), 0);
      const fewest = known(scaling) ? known(known(scaling)?.minCapacity ?? 0) : known(desiredCount) ?? 1;
      return fewest <= most ? [] : [{
        property: 'placementConstraints',
        consequence: 'misbehaves',
        detail: `placementConstraints (distinctInstance) keep ${fewest} tasks from fitting on ${most} instances at most`,
      }];
    },
    () => {
      if (placementStrategies.length === 0 || onFargate === true || known(loadBalancers).length === 0) return [];
      const zoned = placementStrategies.some(({ type, field }) => known(type) === 'spread' && ZONES.includes(known(field) ?? ''));
      return zoned ? [] : [{
        property: 'placementStrategies',
        consequence: 'worth-knowing',
        detail: `placementStrategies (${placementStrategies.map(({ type }) => known(type)).join(', ')}) may put all tasks into one availability zone`,
        fix: 'spread over attribute:ecs.availability-zone first',
      }];
    },
  ),
});
