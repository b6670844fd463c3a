import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Aspects } from 'aws-cdk-lib/core';
import { ec2NoInstances } from '../gotchas/ec2/ec2-no-instances';
import { refuse } from '../gotchas/enforce';

/**
 * Refuses a service on instances in a cluster that has none, at synthesis: capacity may be added after the service. The CDK would refuse
 * it next, and name a method that this library has a construct for.
 */
export function requireInstances(service: ecs.BaseService): void {
  Aspects.of(service).add({
    visit: (construct) => {
      const { cluster } = service;
      if (construct !== service || cluster.hasEc2Capacity) return;
      refuse({
        headline: 'cluster has no instances that tasks could run on',
        gotcha: ec2NoInstances,
        at: (service.node.scope ?? service).node.path,
        property: 'cluster',
        why: 'ECS places the tasks of the service on instances of its cluster.',
        fix: 'add instances: new Ec2Capacity(this, \'Capacity\', { cluster, instanceType: new ec2.InstanceType(\'m7g.large\') })',
        docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
      });
    },
  });
}
