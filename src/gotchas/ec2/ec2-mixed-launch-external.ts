import { anyKnown, known } from '../../facts/fact';
import { all, defineGotcha, type Finding } from '../definition';

export const ec2MixedLaunchExternal = defineGotcha({
  id: 'ec2-mixed-launch-external',
  title: 'A service on external instances with what only AWS has',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException`.',
  why: 'Instances of ECS Anywhere are not in a VPC: ECS refuses load balancers, service discovery, the awsvpc network mode and rebalancing over zones for them.',
  rule: 'A service with launch type `EXTERNAL` has no load balancer, no service registry, no network mode `awsvpc` and no `availabilityZoneRebalancing`. EFS volumes are reported as a warning.',
  fix: 'remove what external instances do not have, or run the service on Fargate or EC2',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  levels: ['synth'],
  designedOut: 'Our services run on Fargate or EC2.',
  subject: 'service',
  // Service Connect is in sc-unsupported-combos.
  needs: ['launchType'],
  reads: ['task', 'loadBalancers', 'registries', 'availabilityZoneRebalancing'],
  check: ({ launchType, task, loadBalancers, registries, availabilityZoneRebalancing }) => launchType !== 'EXTERNAL' ? [] : all(
    () => known(loadBalancers).length === 0 ? [] : [found('loadBalancers', String(known(loadBalancers).length))],
    () => known(registries) === 0 ? [] : [found('serviceRegistries', String(known(registries)))],
    () => known(task.networkMode) === 'awsvpc' ? [found('networkMode', 'awsvpc')] : [],
    () => known(availabilityZoneRebalancing) ? [found('availabilityZoneRebalancing', 'ENABLED')] : [],
    () => anyKnown(known(task.volumes), ({ kind }) => known(kind) === 'efs') ? [{ ...found('volumes', 'EFS'), consequence: 'risk' }] : [],
  ),
});

function found(property: string, value: string): Finding {
  return { property, detail: `${property} (${value}) is not for external instances` };
}
